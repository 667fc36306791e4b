#include <initializer_list>
#include <utility>
#include <vector>

#include "libreview/access/entry_access.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/form/ask_by_link.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/programme/assurance_view.hpp"
#include "reviewd/web/programme/pledge_view.hpp"
#include "reviewd/web/programme/training_view.hpp"
#include "reviewd/web/words/step_words.hpp"

namespace reviewd {
namespace {

using Ways = std::vector<Cell>;
using MakePage = PlainPage (*)(const boost::json::value&, const Register&, Ways);

/// The forms of those kinds that the visitor may record.
Ways ways_to_record(const PageCall& call, std::initializer_list<const char*> kinds) {
  Ways ways;
  for (const auto* name : kinds) {
    const auto& kind = *review::find_kind(name);
    if (!review::records_kind(call.visitor.reader, name)) continue;
    ways.push_back({step_words(kind), case_address(call) + "/add/" + kind.json});
  }
  return ways;
}

/// The page of a link is for those who may make one.
Ways with_link(const PageCall& call, Ways ways) {
  if (may_ask_by_link(call))
    ways.push_back({"Send an agency a link to answer by", case_address(call) + "/assurance-link"});
  return ways;
}

/// A page of a programme that is one answer of the API.
Response part_page(PageCall& call, const char* below, Ways ways, MakePage make) {
  const auto found = ask(call, {"GET", case_api(call) + below});
  if (!found.good()) return refused_page(call, found.status, found.json);
  return sections_page(call, make(found.json, register_of(call), std::move(ways)));
}

Response assurance_page(PageCall& call) {
  return part_page(
      call, "/assurance",
      with_link(call, ways_to_record(call, {"assurance-asked", "assurance-returned", "assurance-scrutinised",
                                            "assurance-followed-up", "assurance-waived"})),
      assurance_page_of);
}

Response training_page(PageCall& call) {
  return part_page(
      call, "/training",
      ways_to_record(call, {"training-planned", "training-question-set", "training-held", "training-evaluated"}),
      training_page_of);
}

Response pledge_page(PageCall& call) {
  return part_page(call, "/pledges",
                   ways_to_record(call, {"pledge-made", "pledge-answered", "pledge-reworded", "pledge-judged"}),
                   pledge_page_of);
}

Response assurance_file(PageCall& call) { return file_answer(call, case_api(call) + "/assurance:csv"); }

Response unanswered_page(PageCall& call) {
  const auto found = ask(call, {"GET", "/v1/programmes/-/assurance"});
  if (!found.good()) return refused_page(call, found.status, found.json);
  return sections_page(call, unanswered_page_of(found.json, register_of(call)));
}

Response unanswered_file(PageCall& call) { return file_answer(call, "/v1/programmes/-/assurance:csv"); }

}  // namespace

std::vector<Page> assurance_pages() {
  return {{"GET", "/assurance", "unansweredPage", Use::read, unanswered_page},
          {"GET", "/assurance.csv", "unansweredFile", Use::read, unanswered_file},
          {"GET", "/programmes/{programme}/assurance", "assurancePage", Use::read, assurance_page},
          {"GET", "/programmes/{programme}/assurance.csv", "assuranceFile", Use::read, assurance_file},
          {"GET", "/programmes/{programme}/training", "trainingPage", Use::read, training_page},
          {"GET", "/programmes/{programme}/pledges", "pledgesPage", Use::read, pledge_page}};
}

}  // namespace reviewd
