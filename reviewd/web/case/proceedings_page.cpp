#include "reviewd/web/case/proceedings_page.hpp"

#include "libreview/access/entry_access.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/case/proceedings_view.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_key.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {

Response proceedings_page(PageCall& call) {
  const auto map = ask(call, {"GET", case_api(call) + "/proceedings"});
  if (!map.good()) return refused_page(call, map.status, map.json);
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  const auto may_record = [&](std::string_view kind) {
    return !list_in(found.json, "nextEntries").empty() && review::records_kind(call.visitor.reader, kind);
  };
  auto view = proceedings_view(map.json, register_of(call), may_record("proceedings-updated"));
  view["mayPlace"] = may_record("embargo-placed");
  put_identity(view, found.json);
  for (auto& of_case : view["cases"].as_array()) {
    for (auto& one : of_case.as_object()["proceedings"].as_array()) one.as_object()["key"] = new_form_key();
  }
  return render(call, 200, "proceedings_map", std::move(view));
}

}  // namespace reviewd
