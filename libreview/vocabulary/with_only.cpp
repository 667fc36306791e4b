#include "libreview/vocabulary/with_only.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "libreview/vocabulary/kinds.hpp"

namespace review {

v1::Entry with_only(const v1::Entry& entry, const std::vector<std::string_view>& fields) {
  const auto* said = kind_of(entry)->field;
  const auto& type = *said->message_type();
  for (const auto name : fields) {
    if (type.FindFieldByName(std::string(name)) == nullptr)
      throw std::logic_error(type.name() + " has no field " + std::string(name));
  }
  v1::Entry out;
  out.set_entry(entry.entry());
  auto& kept = *out.GetReflection()->MutableMessage(&out, said);
  kept.CopyFrom(entry.GetReflection()->GetMessage(entry, said));
  for (int i = 0; i < type.field_count(); ++i) {
    if (std::ranges::find(fields, type.field(i)->name()) == fields.end())
      kept.GetReflection()->ClearField(&kept, type.field(i));
  }
  return out;
}

}  // namespace review
