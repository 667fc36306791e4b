#include "tools/reviewctl/pretty_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace reviewctl {
namespace {

namespace json = boost::json;

constexpr std::size_t room = 110;

void write(const json::value& value, std::size_t level, std::string& out);

template <class Items, class Each>
void write_all(const Items& items, const char* brackets, std::size_t level, std::string& out, const Each& each) {
  out += brackets[0];
  bool first = true;
  for (const auto& item : items) {
    out += first ? "\n" : ",\n";
    out.append(2 * (level + 1), ' ');
    each(item);
    first = false;
  }
  out += '\n';
  out.append(2 * level, ' ');
  out += brackets[1];
}

void write(const json::value& value, std::size_t level, std::string& out) {
  std::string flat = json::serialize(value);
  const auto* object = value.if_object();
  const auto* array = value.if_array();
  const bool short_enough = level > 0 && 2 * level + flat.size() <= room;
  if ((object == nullptr && array == nullptr) || short_enough || flat.size() == 2) {
    out += flat;
  } else if (object != nullptr) {
    write_all(*object, "{}", level, out, [&](const auto& member) {
      out += json::serialize(json::string(member.key())) + ": ";
      write(member.value(), level + 1, out);
    });
  } else {
    write_all(*array, "[]", level, out, [&](const json::value& item) { write(item, level + 1, out); });
  }
}

}  // namespace

std::string pretty_json(const json::value& value) {
  std::string out;
  write(value, 0, out);
  return out;
}

}  // namespace reviewctl
