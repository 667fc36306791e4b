#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/drafts.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

/// To the form that the draft belongs to.
Response resume(PageCall& call) {
  const auto draft = draft_called(call, call.path("draft"));
  if (!draft || !draft->became.empty()) return no_such_page(call);
  return see_other(address_of_draft(draft->kind, draft->case_id, draft->id));
}

Response ask_to_delete(PageCall& call) {
  const auto draft = draft_called(call, call.path("draft"));
  const auto* kind = draft ? review::find_kind(draft->kind) : nullptr;
  if (kind == nullptr || !draft->became.empty()) return no_such_page(call);
  return render(call, 200, "incident_sure",
                View{{"title", "Delete what you typed?"},
                     {"says", practice_words(kind->label) + ", changed last on " + draft->changed +
                                  ". It was not recorded, and cannot be brought back."},
                     {"action", call.request.path},
                     {"button", "Delete it"},
                     {"back", address_of_draft(draft->kind, draft->case_id, draft->id)}});
}

Response delete_it(PageCall& call) {
  const auto gone = ask(call, {"POST", "/v1/drafts/" + percent_encoded(call.path("draft")) + ":discard"});
  return gone.good() ? see_other("/") : no_such_page(call);
}

}  // namespace

std::vector<Page> draft_pages() {
  return {{"GET", "/drafts/{draft}", "resumeDraft", Use::read, resume},
          {"GET", "/drafts/{draft}/delete", "deleteDraftPage", Use::read, ask_to_delete},
          {"POST", "/drafts/{draft}/delete", "deleteDraft", Use::write, delete_it}};
}

}  // namespace reviewd
