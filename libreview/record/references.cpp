#include "libreview/record/references.hpp"

#include <algorithm>

namespace review {
namespace {

template <class List, class Name, class Live>
std::vector<std::string> collect(const List& list, Name name, Live live) {
  std::vector<std::string> names;
  for (const auto& one : list) {
    if (live(one)) names.push_back(name(one));
  }
  return names;
}

bool is_complete(const v1::ObjectiveFile& objective) {
  const auto& statuses = objective.statuses();
  return !statuses.empty() && statuses.rbegin()->status() == v1::OBJECTIVE_STATUS_COMPLETE;
}

std::vector<std::string> names(const v1::CaseFile& file, std::string_view sort, bool live_only) {
  const auto any = [live_only](bool live) { return !live_only || live; };
  if (sort == "child") {
    return collect(
        file.children(), [](const auto& one) { return one.child(); }, [](const auto&) { return true; });
  }
  if (sort == "review") {
    return collect(
        file.reviews(), [](const auto& one) { return one.review(); },
        [&](const auto& one) { return any(one.published_on().empty() && one.declined_on().empty()); });
  }
  if (sort == "meeting") {
    return collect(
        file.meetings(), [](const auto& one) { return one.meeting(); },
        [&](const auto& one) { return any(one.held_on().empty()); });
  }
  if (sort == "proceedings") {
    return collect(
        file.proceedings(), [](const auto& one) { return one.proceedings(); },
        [&](const auto& one) { return any(one.open()); });
  }
  if (sort == "order") {
    return collect(
        file.orders(), [](const auto& one) { return one.order(); }, [&](const auto& one) { return any(!one.ended()); });
  }
  if (sort == "embargo") {
    return collect(
        file.embargoes(), [](const auto& one) { return one.embargo(); },
        [&](const auto& one) { return any(!one.lifted()); });
  }
  if (sort == "action") {
    return collect(
        file.actions(), [](const auto& one) { return one.action(); },
        [&](const auto& one) { return any(!one.complete()); });
  }
  if (sort == "finding") {
    return collect(
        file.findings(), [](const auto& one) { return one.finding(); }, [](const auto&) { return true; });
  }
  if (sort == "product") {
    return collect(
        file.products(), [](const auto& one) { return one.product(); }, [](const auto&) { return true; });
  }
  if (sort == "recommendation") {
    return collect(
        file.recommendations(), [](const auto& one) { return one.recommendation(); }, [](const auto&) { return true; });
  }
  if (sort == "training") {
    return collect(
        file.programme().trainings(), [](const auto& one) { return one.training(); },
        [&](const auto& one) { return any(one.held_on().empty()); });
  }
  if (sort == "evaluation") {
    return collect(
        file.programme().questions(), [](const auto& one) { return one.evaluation(); },
        [](const auto&) { return true; });
  }
  if (sort == "pledge") {
    return collect(
        file.programme().pledges(), [](const auto& one) { return one.pledge(); }, [](const auto&) { return true; });
  }
  if (sort == "plan-theme") {
    return collect(
        file.programme().plan().themes(), [](const auto& one) { return one.plan_theme(); },
        [](const auto&) { return true; });
  }
  if (sort == "objective") {
    return collect(
        file.programme().plan().objectives(), [](const auto& one) { return one.objective(); },
        [&](const auto& one) { return any(!is_complete(one)); });
  }
  if (sort == "risk") {
    return collect(
        file.programme().plan().risks(), [](const auto& one) { return one.risk(); },
        [&](const auto& one) { return any(one.closed_on().empty()); });
  }
  if (sort == "reviewer-request") {
    return collect(
        file.reviewer_requests(), [](const auto& one) { return one.reviewer_request(); },
        [&](const auto& one) { return any(one.answered_on().empty()); });
  }
  return collect(
      file.named(), [](const auto& one) { return one.name(); }, [&](const auto& one) { return one.sort() == sort; });
}

}  // namespace

std::vector<std::string> names_in(const v1::CaseFile& file, std::string_view sort) { return names(file, sort, false); }

std::vector<std::string> live_names_in(const v1::CaseFile& file, std::string_view sort) {
  return names(file, sort, true);
}

std::string next_name(const v1::CaseFile& file, std::string_view sort) {
  const auto taken = names_in(file, sort);
  for (std::size_t number = 1;; ++number) {
    std::string name = std::string(sort) + "-" + std::to_string(number);
    if (std::find(taken.begin(), taken.end(), name) == taken.end()) return name;
  }
}

}  // namespace review
