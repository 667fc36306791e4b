#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "reviewd/api/call.hpp"
#include "reviewd/paper/attached_document.hpp"
#include "reviewd/paper/paper.hpp"

namespace reviewd {

/// As what a paper is given out.
enum class PaperForm { text, pdf };

/// A paper marked as this reader's copy: the name and the time across each page and at its foot.
void mark_for_reader(const Call& call, Paper& paper);

/// The paper as a file of that name, without its ending: an OpenDocument text, or a PDF where this machine can make
/// one (`busy` where it cannot). It is made apart from the storage thread.
[[nodiscard]] Response paper_answer(const Call& call, Paper paper, const std::string& name, PaperForm form);

/// A document that goes with a paper, and how it is put on record that the reader got it.
struct GivenDocument {
  AttachedDocument attached;
  std::function<void(review::Desk&)> note;
};

/// The same with documents, which a PDF holds where they can be put in (`whole_pdf`). Those that are in it are on
/// record as read before it leaves. A text has none.
[[nodiscard]] Response paper_answer(const Call& call, Paper paper, const std::string& name, PaperForm form,
                                    std::vector<GivenDocument> given);

/// What the register calls agencies, for papers: the short name, written out, where it knows none.
class AgencyNames {
 public:
  explicit AgencyNames(const Call& call);
  [[nodiscard]] std::string of(const std::string& agency) const;

 private:
  std::map<std::string, std::string> names_{};
};

}  // namespace reviewd
