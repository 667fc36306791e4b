#include "reviewd/api/product_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "libreview/access/may_read.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/embargo/warnings.hpp"
#include "libreview/law/read_rehearsal.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/product_words.hpp"
#include "libreview/rehearsal/case_identity.hpp"
#include "libreview/rehearsal/find_identity.hpp"
#include "reviewd/api/case_at_hand.hpp"
#include "reviewd/api/listed_product.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;
using review::Code;
using review::Result;

int counted(const std::vector<review::IdentityFinding>& findings, bool look) {
  int all = 0;
  for (const auto& one : findings) all += one.look == look ? one.times : 0;
  return all;
}

/// What the check looks for, and in whose records.
struct Sources {
  review::CaseIdentity identity{};
  std::vector<v1::CaseFile> others{};
  bool hidden = false;  ///< the reader does not see one of them
  bool kept = false;    ///< an embargo keeps who the people of one are from the reader
};

void put_record(Call& call, const std::string& record, Sources& into) {
  const auto file = call.storage.views().find_for(call.reader, record, call.moment.today);
  const auto entries = call.desk().entries(record, call.reader, call.moment);
  if (!file || !entries) {
    into.hidden = true;
    return;
  }
  into.kept = into.kept || !call.desk().embargoed(*file, call.reader, call.moment).kept.blots.empty();
  review::put_identity(*entries, into.identity);
  if (record != call.record()) into.others.push_back(*file);
}

DocumentText texts_of(const Call& call, const ListedProduct& listed, const Sources& sources) {
  v1::ProductDrafted drafted;
  drafted.set_title(listed.title);
  drafted.set_address(listed.address);
  for (const auto& one : listed.sections) {
    auto& section = *drafted.add_sections();
    section.set_section(one.section);
    section.set_text(one.text);
  }
  const auto day = review::Date::parse(listed.product.drafted_on());
  const auto* form = day ? call.desk().law().product_form(*day) : nullptr;
  DocumentText text;
  text.texts = review::texts_of_product(listed.product.product(), drafted, form);
  if (sources.kept) {
    text.unread.push_back({"Names under an embargo",
                           "An embargo keeps names, dates and addresses from you: they were not looked for. One of its "
                           "named readers checks this product."});
  }
  if (sources.hidden) {
    text.unread.push_back({"Another record",
                           "This product draws on something that you do not see: its names were not looked for. "
                           "Somebody who sees all of it checks this product."});
  }
  return text;
}

/// The check that is recorded, also by a correction; null where none is.
const v1::ProductChecked* check_said(const v1::Entry& entry) {
  const auto& said = entry.has_entry_corrected() ? entry.entry_corrected().replacement() : entry;
  return said.has_product_checked() ? &said.product_checked() : nullptr;
}

}  // namespace

int CheckedProduct::certain() const { return counted(found.findings, false); }
int CheckedProduct::to_look_at() const { return counted(found.findings, true); }

std::string CheckedProduct::places() const {
  std::string all;
  std::set<std::string> seen;
  for (const auto& one : found.findings) {
    if (!one.look && seen.insert(one.place).second) all += (all.empty() ? "" : ", ") + one.place;
  }
  return all;
}

Result<CheckedProduct> check_product(Call& call, const std::string& product) {
  const auto file = case_at_hand(call, call.record());
  if (!file) return review::refuse(file.error());
  const auto listed = read_product(call, product);
  if (!listed) return review::refuse(listed.error());
  Sources sources;
  put_record(call, call.record(), sources);
  const auto* stands = review::find_product(*file, product);
  for (const auto& drawn : review::the(stands).draws_on()) put_record(call, drawn.of_case(), sources);
  auto read = texts_of(call, *listed, sources);
  const auto& rules = review::rehearsal_rules();
  auto jigsaw = review::jigsaw_kinds(sources.identity.details, read.texts, rules);
  if (std::ssize(jigsaw) < rules.jigsaw_kinds) jigsaw.clear();
  auto wording = review::wording_kinds(review::finding_of(*file, sources.others), read.texts, rules);
  auto findings = review::find_identity(sources.identity.identities, read.texts, rules);
  return CheckedProduct{{std::move(findings), std::move(jigsaw), std::move(wording), std::move(read)},
                        !sources.hidden && !sources.kept};
}

Result<void> product_names_nobody(Call& call, const review::Recording& recording) {
  const auto* said = check_said(recording.entry);
  if (said == nullptr) return {};
  const auto file = call.storage.views().find_for(call.reader, call.record(), call.moment.today);
  if (!file) return {};
  // What names no product, or one that there is not, the desk refuses, unless there is only one.
  const bool only = said->product().empty() && file->products_size() == 1;
  const auto name = only ? file->products(0).product() : said->product();
  if (review::find_product(*file, name) == nullptr) return {};
  const auto checked = check_product(call, name);
  if (!checked) return review::refuse(checked.error());
  const std::string at =
      recording.entry.has_entry_corrected() ? "/entryCorrected/replacement/productChecked" : "/productChecked";
  if (!checked->whole) {
    return review::refuse(Code::not_permitted,
                          "Something that this product draws on is kept from you, so you cannot check it for names. "
                          "Somebody who reads all of it does.");
  }
  if (const int certain = checked->certain(); certain > 0) {
    return review::refuse_at(Code::not_in_this_stage,
                             fmt::format("{} in this product still {} who somebody is, in: {}. The check shows them. "
                                         "Draft it again without them.",
                                         certain == 1 ? "One place" : fmt::format("{} places", certain),
                                         certain == 1 ? "tells" : "tell", checked->places()),
                             at + "/product");
  }
  if (const int look = checked->to_look_at(); look > said->left()) {
    return review::refuse_at(
        Code::not_a_choice,
        fmt::format("The check shows {} that may tell who somebody is. Say how many you leave, and "
                    "why, or draft it again without them.",
                    look == 1 ? "one place" : fmt::format("{} places", look)),
        at + "/left");
  }
  return {};
}

}  // namespace reviewd
