#include "libreview/access/entry_access.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/programme/plan_view.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

Response plan_page(PageCall& call) {
  const auto plan = ask(call, {"GET", case_api(call) + "/plan"});
  if (!plan.good()) return refused_page(call, plan.status, plan.json);
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  const auto known = register_of(call);
  const bool is_open = text_in(found.json, "stage") != "CLOSED" && text_in(found.json, "sort") == "IMPROVEMENT_PLAN";
  const bool may_record = is_open && review::records_kind(call.visitor.reader, "plan-objective-updated");
  return sections_page(call, plan_page_of({found.json, plan.json, known, may_record}));
}

Response plan_file(PageCall& call) { return file_answer(call, case_api(call) + "/plan:csv"); }

}  // namespace

std::vector<Page> plan_pages() {
  return {{"GET", "/programmes/{programme}/plan", "planPage", Use::read, plan_page},
          {"GET", "/programmes/{programme}/plan.csv", "planFile", Use::read, plan_file}};
}

}  // namespace reviewd
