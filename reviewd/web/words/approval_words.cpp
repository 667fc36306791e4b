#include "reviewd/web/words/approval_words.hpp"

#include <fmt/format.h>

#include "reviewd/act/act.hpp"
#include "reviewd/act/erasure_ground.hpp"
#include "reviewd/settings/partnership_settings.hpp"
#include "reviewd/web/words/access_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"
#include "reviewd/web/words/setting_words.hpp"
#include "reviewd/web/words/two_people_words.hpp"

namespace reviewd {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

std::string after_slash(const std::string& subject) {
  const auto at = subject.find('/');
  return at == std::string::npos ? subject : subject.substr(at + 1);
}

std::string proposed(const boost::json::value& approval, std::string_view part) {
  const auto* proposal = approval.as_object().if_contains("proposal");
  return proposal == nullptr ? std::string() : text_in(*proposal, part);
}

std::string days_of(const boost::json::value& approval) {
  const auto from = day_words(proposed(approval, "from"));
  const auto through = proposed(approval, "through");
  return through.empty() ? from : fmt::format("{} to {}", from, day_words(through));
}

/// Of what gives somebody a way to sign in.
Facts way_in_facts(const boost::json::value& approval) {
  const auto act = text_in(approval, "act");
  Facts facts{{"Short name", after_slash(text_in(approval, "subject"))}};
  const auto add = [&](const char* key, std::string value) {
    if (!value.empty()) facts.emplace_back(key, std::move(value));
  };
  if (act == invite_act) {
    add("Name", proposed(approval, "name"));
    add("Role", role_of_words(proposed(approval, "role")));
    add("Speaks for", agency_words(proposed(approval, "agency")));
  } else {
    const bool both = proposed(approval, "withSecondFactor") == "yes";
    add("What is reset", both ? "The password, and the codes of the second step" : "The password");
  }
  return facts;
}

/// Of an act that is not done any more: what was proposed, as it was.
Facts earlier_facts(const boost::json::value& approval) {
  Facts facts{{"Of whom or what", after_slash(text_in(approval, "subject"))}};
  for (const auto& [name, value] : approval.as_object().at("proposal").as_object()) {
    if (value.is_string()) facts.emplace_back(std::string(name), std::string(value.get_string()));
  }
  return facts;
}

}  // namespace

std::string approval_title(const boost::json::value& approval) {
  const auto act = text_in(approval, "act");
  const auto subject = after_slash(text_in(approval, "subject"));
  if (act == "change-role") return fmt::format("Role of {}: {}", subject, role_of_words(proposed(approval, "role")));
  if (act == issue_token_act) {
    return fmt::format("Access key for {}: {}", subject, role_of_words(proposed(approval, "role")));
  }
  if (act == invite_act) return fmt::format("Invitation of {}: {}", subject, role_of_words(proposed(approval, "role")));
  if (act == reset_access_act) return fmt::format("Reset of how {} signs in", subject);
  if (act == add_webhook_act) return fmt::format("Webhook to {}", subject);
  if (act == "change-closures") {
    const auto* what = proposed(approval, "change") == "add" ? "New days off" : "Days off taken back";
    return fmt::format("{}: {}", what, days_of(approval));
  }
  if (act == "export-case") return fmt::format("Export of case {} to {}", subject, proposed(approval, "recipient"));
  if (act == "export-store") return fmt::format("Export of everything to {}", proposed(approval, "recipient"));
  if (act == import_past_act) return fmt::format("Import of {} past cases", proposed(approval, "newCases"));
  if (act == "erase") {
    const bool whole = proposed(approval, "entries").empty();
    return fmt::format("{} of case {}", whole ? "Erasure of the words" : "Erasure of updates", subject);
  }
  const auto* setting = find_partnership_setting(subject);
  if (act == "change-setting" && setting != nullptr) return std::string(setting->title);
  const auto* row = find_act(act);
  if (row == nullptr) return fmt::format("Not done here any more: {}, {}", act, subject);
  return fmt::format("{}: {}", row->words, subject);
}

Facts proposal_facts(const boost::json::value& approval) {
  const auto act = text_in(approval, "act");
  if (find_act(act) == nullptr) return earlier_facts(approval);
  Facts facts;
  const auto add = [&](const char* key, std::string value) {
    if (!value.empty()) facts.emplace_back(key, std::move(value));
  };
  if (act == "change-role") {
    add("Person", after_slash(text_in(approval, "subject")));
    add("Role when it was proposed", role_of_words(proposed(approval, "from")));
    add("New role", role_of_words(proposed(approval, "role")));
    add("New agency", agency_words(proposed(approval, "agency")));
  } else if (act == invite_act || act == reset_access_act) {
    return way_in_facts(approval);
  } else if (act == issue_token_act) {
    add("Whose", after_slash(text_in(approval, "subject")));
    add("Role", role_of_words(proposed(approval, "role")));
    add("Speaks for", agency_words(proposed(approval, "agency")));
    add("Works until", proposed(approval, "expires").empty() ? "" : instant_words(proposed(approval, "expires")));
    add("Only these rights", proposed(approval, "scopes"));
    add("Only these cases", proposed(approval, "cases"));
    add("Only so many cases", proposed(approval, "caseCount"));
    add("Only from these networks", proposed(approval, "networks"));
  } else if (act == add_webhook_act) {
    const auto address = proposed(approval, "address");
    const auto query = address.find('?');
    add("Address", address.substr(0, query));
    if (query != std::string::npos) add("After the address", "More that is not shown, for it may be a secret");
    add("Private network", proposed(approval, "privateAllowed").empty() ? "" : "Allowed");
  } else if (act == "change-closures") {
    add("Days", days_of(approval));
    add("What they are", proposed(approval, "name"));
    const auto kind = proposed(approval, "kind");
    add("Sort", kind.empty() ? "" : kind == "closure" ? "The partnership is closed" : "Bank holiday");
  } else if (act == "change-setting") {
    const auto value = proposed(approval, "value");
    const auto* setting = find_partnership_setting(after_slash(text_in(approval, "subject")));
    const bool in_words = setting != nullptr && !setting->is_long;
    add("New value", value.empty() ? "As the configuration says" : in_words ? setting_words(*setting, value) : value);
  } else if (act == "export-case") {
    add("Case", after_slash(text_in(approval, "subject")));
    add("Who gets it", proposed(approval, "recipient"));
    add("In it", field_classes_words(proposed(approval, "fields")));
    if (proposed(approval, "placementAddresses") != "yes")
      add("Left out", "Where children live, are placed and go to school");
  } else if (act == "export-store") {
    add("What", "Every case and every meeting that who downloads it may see, with names and addresses");
    add("Left out", "What an embargo keeps from who downloads it");
    add("Who gets it", proposed(approval, "recipient"));
  } else if (act == import_past_act) {
    add("New cases", proposed(approval, "newCases"));
    add("Updates in them", proposed(approval, "updates"));
    add("The file, by its SHA-256", proposed(approval, "digest"));
  } else if (act == "erase") {
    add("Case", after_slash(text_in(approval, "subject")));
    const auto entries = static_cast<int>(parted(proposed(approval, "entries")).size());
    add("What", entries == 0 ? "The words of the whole case" : counted_words(entries, "update", "updates"));
    add("Why it is lawful", erasure_ground_words(proposed(approval, "ground")));
    add("Legal holds",
        proposed(approval, "notUnderHolds").empty() ? "" : "Checked: nothing here touches on one that is in force");
  }
  return facts;
}

std::string approving_words(const boost::json::value& approval) {
  const auto act = text_in(approval, "act");
  if (act == "erase") {
    return "If you approve, the words are erased at once and for good: nobody can bring them back. The service may "
           "stand still for some seconds.";
  }
  if (act == "export-case" || act == "export-store") {
    return fmt::format("If you approve, {} can download it once, within a day. Approve only if you know who gets it.",
                       person_words(text_in(approval, "proposedBy")));
  }
  if (act == import_past_act) {
    return fmt::format(
        "If you approve, {} can import this very file, read by this very mapping, once, within three "
        "days. Look at the report of what it would make together first.",
        person_words(text_in(approval, "proposedBy")));
  }
  if (act == issue_token_act) return "If you approve, who proposed it makes the key.";
  if (act == add_webhook_act) {
    return "If you approve, who proposed it adds the webhook. From then on the reference of every case that is not "
           "sealed goes to this address when something of it is due, without names. Approve only if you know who runs "
           "it.";
  }
  const auto by = person_words(text_in(approval, "proposedBy"));
  if (act == invite_act) {
    return fmt::format(
        "If you approve, {} makes a link, and you are shown a code that the link asks for. You tell the code to this "
        "person yourself. Approve only if you know this person, and know that they need it and have no other name "
        "here. Somebody who can sign in already loses the password they have: ring them first.",
        by);
  }
  if (act == reset_access_act) {
    return fmt::format(
        "If you approve, {} makes a link to choose another password, and you are shown a code that the link asks for. "
        "You tell the code to this person yourself: whoever has both can become them. Approve only if the person "
        "asked for it: ring them on a number that you already have.",
        by);
  }
  return "If you approve, it is in force at once.";
}

std::string waiting_words(const boost::json::value& approval) {
  if (find_act(text_in(approval, "act")) == nullptr) return "Nobody can approve it any more. Take it back.";
  return "Another person has to approve it. Until then nothing changes.";
}

std::string outcome_words(const boost::json::value& approval) {
  const auto outcome = text_in(approval, "outcome");
  if (outcome.empty()) return "Waits for a second person";
  const auto* words = outcome == "approved" ? "Approved" : outcome == "refused" ? "Refused" : "Taken back";
  auto says = fmt::format("{} by {}, {}", words, person_words(text_in(approval, "decidedBy")),
                          instant_words(text_in(approval, "decided")));
  const auto used = text_in(approval, "used");
  if (!used.empty()) says += ". Done, " + instant_words(used);
  if (approval.as_object().contains("lapsed")) says += ". It was not done in time: it has to be proposed again";
  if (text_in(approval, "act") == "erase" && outcome == "approved" && used.empty()) {
    says += ". The words are erased; they leave the file of the store when the service starts again";
  }
  return says;
}

}  // namespace reviewd
