#include "libreview/registers/approvals.hpp"

#include <fmt/format.h>

#include "libreview/registers/opening.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/random_id.hpp"
#include "libreview/store/typed_code.hpp"

namespace review {
namespace {

constexpr std::size_t id_length = 12;

constexpr std::string_view select_approval =
    "SELECT approval, act, subject, proposal, proposed_by, proposed, reason, coalesce(decided_by, ''), "
    "coalesce(decided, ''), coalesce(outcome, ''), coalesce(used, ''), coalesce(code_digest, '') FROM approvals ";

Approval approval_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),  row.text(5),
          row.text(6), row.text(7), row.text(8), row.text(9), row.text(10), row.text(11)};
}

std::string named(const Approval& approval) { return fmt::format("{} of {}", approval.act, approval.subject); }

/// Whether the person may say yes or no to it.
Result<void> is_second(const Approval& approval, const std::string& by) {
  if (approval.proposed_by == by) {
    return refuse(Code::second_person_required, "You proposed this. Another person decides on it.");
  }
  if (approval.subject == "people/" + by) {
    return refuse(Code::second_person_required, "This is about you. Another person decides on it.");
  }
  return {};
}

}  // namespace

Result<Approval> Approvals::propose(const ApprovalWish& wish, Instant now) {
  if (wish.reason.empty()) return refuse(Code::reasons_required, "Say why: the other person decides on your reason.");
  return store_.in_one_transaction([&]() -> Result<Approval> {
    auto open = store_.prepare("SELECT 1 FROM approvals WHERE act = ? AND subject = ? AND outcome IS NULL");
    if (open.with(wish.act, wish.subject).step()) {
      return refuse(Code::already_recorded,
                    "The same is proposed already and waits for a second person. It is decided on first.");
    }
    Approval made{random_id(random_, id_length),
                  wish.act,
                  wish.subject,
                  wish.proposal,
                  wish.by,
                  rfc3339(now),
                  wish.reason,
                  {},
                  {},
                  {},
                  {}};
    store_
        .prepare(
            "INSERT INTO approvals(approval, act, subject, proposal, proposed_by, proposed, reason) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(made.approval, made.act, made.subject, made.proposal, made.proposed_by, made.proposed, made.reason)
        .run();
    AccessLog(store_).add(now, wish.by, "proposed", made.approval, named(made));
    return made;
  });
}

Result<Approval> Approvals::decide(std::string_view id, std::string_view outcome, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Approval> {
    const auto approval = find(id);
    if (!approval) return refuse(Code::not_found, "There is no such proposal that you may see.");
    if (!approval->is_open()) {
      return refuse(Code::already_recorded, fmt::format("This was {} already.", approval->outcome));
    }
    if (outcome == "withdrawn" && approval->proposed_by != by) {
      return refuse(Code::second_person_required, "Only who proposed it can take it back. You can refuse it.");
    }
    if (outcome != "withdrawn") {
      if (const auto second = is_second(*approval, by); !second) return refuse(second.error());
    }
    store_.prepare("UPDATE approvals SET decided_by = ?, decided = ?, outcome = ? WHERE approval = ?")
        .with(by, rfc3339(now), outcome, id)
        .run();
    AccessLog(store_).add(now, by, std::string(outcome), approval->approval, named(*approval));
    return *find(id);
  });
}

Result<Approval> Approvals::approve(std::string_view id, const std::string& by, Instant now) {
  return decide(id, "approved", by, now);
}

Result<Approval> Approvals::turn_down(std::string_view id, const std::string& by, Instant now) {
  return decide(id, "refused", by, now);
}

Result<Approval> Approvals::withdraw(std::string_view id, const std::string& by, Instant now) {
  return decide(id, "withdrawn", by, now);
}

Result<std::string> Approvals::give_code(std::string_view id) {
  return store_.in_one_transaction([&]() -> Result<std::string> {
    const auto code = new_typed_code(random_);
    const auto digest = typed_code_digest(opening_code_use, code);
    const auto given =
        store_
            .prepare(
                "UPDATE approvals SET code_digest = ? WHERE approval = ? AND outcome = 'approved' AND used IS NULL AND "
                "code_digest IS NULL")
            .with(std::span<const std::uint8_t>(digest), id)
            .run_counting();
    if (given == 0) return refuse(Code::not_found, "There is no such approval that a code could be given of.");
    return code;
  });
}

Result<Approval> Approvals::use_up(std::string_view act, std::string_view subject, const std::string& by, Instant now,
                                   const Usable& which) {
  return store_.in_one_transaction([&]() -> Result<Approval> {
    static const auto sql =
        std::string(select_approval) +
        "WHERE act = ? AND subject = ? AND proposed_by = ? AND outcome = 'approved' "
        "AND used IS NULL AND decided >= ? AND (? = '' OR approval = ?) AND (? = '' OR proposal = ?) "
        "AND (? = 0 OR code_digest IS NOT NULL) "
        // A yes was about who the person was then.
        "AND NOT EXISTS (SELECT 1 FROM access_log l WHERE 'people/' || l.subject = approvals.subject "
        "AND l.deed IN ('person-disabled', 'role-changed') AND l.time >= approvals.decided) "
        "ORDER BY decided DESC, approval LIMIT 1";
    auto row = store_.prepare(sql);
    const auto since = rfc3339(which.decided_since);
    if (!row.with(act, subject, by, since, which.approval, which.approval, which.proposal, which.proposal,
                  which.with_code ? 1 : 0)
             .step()) {
      return refuse(Code::second_person_required,
                    "This needs a second person: propose it, and let another approve it.");
    }
    auto approval = approval_of(row);
    approval.used = rfc3339(now);
    store_.prepare("UPDATE approvals SET used = ? WHERE approval = ?").with(approval.used, approval.approval).run();
    AccessLog(store_).add(now, by, "approval-used", approval.approval, named(approval));
    return approval;
  });
}

std::optional<Approval> Approvals::find(std::string_view id) {
  return store_.reading([&]() -> std::optional<Approval> {
    static const auto sql = std::string(select_approval) + "WHERE approval = ?";
    auto row = store_.prepare(sql);
    if (!row.with(id).step()) return std::nullopt;
    return approval_of(row);
  });
}

std::vector<Approval> Approvals::list() {
  return store_.reading([&] {
    std::vector<Approval> all;
    for (const auto* part : {"WHERE outcome IS NULL ORDER BY proposed, approval",
                             "WHERE outcome IS NOT NULL ORDER BY decided DESC, approval"}) {
      auto rows = store_.prepare(std::string(select_approval) + part);
      while (rows.step()) all.push_back(approval_of(rows));
    }
    return all;
  });
}

std::vector<Approval> Approvals::approved(std::string_view act) {
  return store_.reading([&] {
    static const auto sql =
        std::string(select_approval) + "WHERE act = ? AND outcome = 'approved' ORDER BY decided DESC, approval";
    auto rows = store_.prepare(sql);
    rows.give(act);
    std::vector<Approval> all;
    while (rows.step()) all.push_back(approval_of(rows));
    return all;
  });
}

}  // namespace review
