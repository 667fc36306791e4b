#include "libreview/learning/stemmer.hpp"

#include <libstemmer.h>

#include <stdexcept>

namespace review {

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8"), sb_stemmer_delete) {
  if (!stemmer_) throw std::logic_error("the library of stems knows no English");
}

std::string Stemmer::stem(const std::string& word) const {
  const auto* letters = reinterpret_cast<const sb_symbol*>(word.data());
  const auto* stemmed = sb_stemmer_stem(stemmer_.get(), letters, static_cast<int>(word.size()));
  if (stemmed == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace review
