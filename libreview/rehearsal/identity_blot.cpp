#include "libreview/rehearsal/identity_blot.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "libreview/law/read_rehearsal.hpp"
#include "libreview/rehearsal/case_identity.hpp"
#include "libreview/rehearsal/identity_hits.hpp"
#include "libreview/rehearsal/text_words.hpp"

namespace review {
namespace {

/// Bytes of a text, from the first up to the second.
using Span = std::pair<std::size_t, std::size_t>;

/// Who was spoken to may work for a body: what that is called for short is no name. Other words in capitals may be.
bool is_abbreviation(const Identity& one, const std::set<std::string>& agencies) {
  const auto words = text_words(one.text);
  return std::all_of(words.begin(), words.end(), [&](const TextWord& word) {
    return word.capitals && (rehearsal_rules().abbreviations.contains(word.letters) || agencies.contains(word.letters));
  });
}

std::vector<Identity> identities_of(const std::vector<v1::Entry>& record) {
  CaseIdentity found;
  put_identity(record, found, Seek::everything);
  std::erase_if(found.spoken_to, [&](const Identity& one) { return is_abbreviation(one, found.agencies); });
  found.identities.insert(found.identities.end(), found.spoken_to.begin(), found.spoken_to.end());
  return found.identities;
}

/// In order; those that overlap, or that only a blank or a hyphen stands between, as one.
std::vector<Span> joined(std::vector<Span> spans, const std::string& text) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> all;
  for (const auto& span : spans) {
    const bool near = !all.empty() && (span.first <= all.back().second ||
                                       text.find_first_not_of(" -", all.back().second) >= span.first);
    if (near) {
      all.back().second = std::max(all.back().second, span.second);
    } else {
      all.push_back(span);
    }
  }
  return all;
}

}  // namespace

class IdentityBlot::Prepared {
 public:
  Prepared(const std::vector<Identity>& identities, const std::vector<std::string>& pseudonyms)
      : search_(identities, {}, rehearsal_rules(), Seek::everything) {
    for (const auto& one : pseudonyms) {
      if (auto letters = joined_letters(one); !letters.empty()) pseudonyms_.push_back(std::move(letters));
    }
  }

  std::vector<Span> spans(const std::string& text, bool prose) {
    const auto spared = spared_in(text);
    std::vector<Span> found;
    for (const auto& hit : search_.hits({{}, text, prose})) {
      const bool is_pseudonym = std::any_of(
          spared.begin(), spared.end(), [&](const Span& one) { return one.first <= hit.from && hit.to <= one.second; });
      if (!is_pseudonym) found.emplace_back(hit.from, hit.to);
    }
    return joined(std::move(found), text);
  }

 private:
  [[nodiscard]] std::vector<Span> spared_in(const std::string& text) const {
    std::vector<Span> spared;
    const auto words = text_words(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (const auto& letters : pseudonyms_) {
        const auto end = row_end(text, words, i, letters);
        if (end > i) spared.emplace_back(words[i].from, words[end - 1].to);
      }
    }
    return spared;
  }

  HitSearch search_;
  std::vector<std::string> pseudonyms_{};
};

IdentityBlot::IdentityBlot(const v1::CaseFile& now, ReadRecord whole_record) : whole_record_(std::move(whole_record)) {
  for (const auto& child : now.children()) pseudonyms_.push_back(child.pseudonym());
}

IdentityBlot::~IdentityBlot() = default;

std::string IdentityBlot::blotted(const std::string& text, bool prose) const {
  if (text.empty()) return text;
  if (!prepared_) prepared_ = std::make_unique<Prepared>(identities_of(*whole_record_()), pseudonyms_);
  std::string out;
  std::size_t at = 0;
  for (const auto& [from, to] : prepared_->spans(text, prose)) {
    out.append(text, at, from - at).append(blotted_words);
    at = to;
  }
  return out.append(text, at);
}

}  // namespace review
