#pragma once

#include <string>
#include <vector>

#include "reviewd/documents/drawn_pdf.hpp"
#include "reviewd/documents/mark.hpp"

namespace reviewd {

/// A document that goes with a paper: its pages are put in where they can be, else the paper says why not.
struct AttachedDocument {
  std::size_t place = 0;     ///< the block of the paper before which it is told; those of one place stand together
  std::string title{};       ///< what it is called
  std::string where{};       ///< where to open it by itself, as the end of a sentence: `in case 26-0001, as document-1`
  std::string why_not{};     ///< why it cannot be put in, where that is known before it is opened
  std::string media_type{};  ///< as it was found when it was filed
  std::string content{};
  Mark mark{};               ///< of the copy that the reader gets
  std::string mark_words{};  ///< what the mark says on each page
};

/// The pages of a document as they are put in, or why they are not.
struct AttachedPages {
  std::string pdf{};
  std::vector<PageSize> sizes{};  ///< of its pages; none: it is not put in
  std::string why_not{};          ///< a sentence; empty where it is put in

  [[nodiscard]] bool is_in() const { return !sizes.empty(); }
};

}  // namespace reviewd
