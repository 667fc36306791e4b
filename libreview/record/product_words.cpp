#include "libreview/record/product_words.hpp"

#include <algorithm>

namespace review {

std::vector<StrangerText> texts_of_product(const std::string& name, const v1::ProductDrafted& drafted,
                                           const ProductForm* form) {
  std::vector<StrangerText> texts{{"Short name", name, false}};
  if (!drafted.title().empty()) texts.push_back({"Title", drafted.title(), false});
  if (!drafted.address().empty()) texts.push_back({"Web address", drafted.address(), false});
  if (form == nullptr) return texts;
  for (const auto& heading : form->headings) {
    const auto said = std::ranges::find(drafted.sections(), heading.id, &v1::ProductSection::section);
    if (said != drafted.sections().end()) texts.push_back({heading.title, said->text()});
  }
  return texts;
}

}  // namespace review
