#include "reviewd/api/proof_table.hpp"

#include <algorithm>

#include "libreview/vocabulary/parse_json.hpp"

namespace reviewd {

const std::vector<ProofRow>& proof_table() {
  static const std::vector<ProofRow> rows = {
      {"breakGlass", {}},
      {"addEntry", {"unsealProposed", "caseUnsealed"}},
      {"exportEntries", {}},
      {"approve", {}},
      {"exportCase", {}},
      {"proposeCaseExport", {}},
      {"proposeExport", {}},
      {"proposeErasure", {}},
      {"proposeProgrammeErasure", {}},
      {"proposeRole", {}},
      {"invitePerson", {}},
      {"bindAccount", {}},
      {"resetAccount", {}},
      {"issueToken", {}},
      {"proposeToken", {}},
      {"addWebhook", {}},
      {"proposeWebhook", {}},
      {"rotateWebhook", {}},
      {"enableWebhook", {}},
      {"proposeInvitation", {}},
      {"proposeReset", {}},
      {"passwordPage", {}},
      {"secondStepPage", {}},
      {"secondStepPicture", {}},
      {"beginSecondStep", {}},
      {"turnOffSecondStep", {}},
  };
  return rows;
}

bool needs_proof(std::string_view name, const Request& request) {
  const auto& rows = proof_table();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.name == name; });
  if (row == rows.end() || row->kinds.empty()) return row != rows.end();
  // What is no entry the endpoint refuses itself.
  const auto body = review::parse_json(request.body);
  return body && body->is_object() && std::any_of(row->kinds.begin(), row->kinds.end(), [&](std::string_view kind) {
           return body->get_object().contains(kind);
         });
}

review::Refusal proof_wanted() {
  return {review::Code::unauthenticated,
          "This needs somebody who showed who they are in the last five minutes. Show it again, then go on."};
}

}  // namespace reviewd
