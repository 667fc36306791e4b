#include <boost/json/array.hpp>

#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {

void Offers::take_themes(const boost::json::value& law, const std::string& today) {
  for (const auto& list : list_in(law, "themeLists")) {
    if (text_in(list, "from") > today) continue;
    auto& offered = theme_lists_.emplace_back(text_in(list, "title"), std::vector<Offer>());
    for (const auto& theme : list_in(list, "themes")) {
      offered.second.push_back({text_in(theme, "theme"), text_in(theme, "title")});
    }
    auto& all = by_sort_["theme"];
    all.insert(all.end(), offered.second.begin(), offered.second.end());
  }
}

void Offers::take_headings(const boost::json::value& law, const std::string& today) {
  for (const auto& form : list_in(law, "productForms")) {
    if (text_in(form, "from") > today) continue;
    auto& headings = by_sort_["heading"];
    headings.clear();
    for (const auto& one : list_in(form, "headings"))
      headings.push_back({text_in(one, "heading"), text_in(one, "title") + ": " + text_in(one, "hint")});
  }
}

void Offers::take_suggestions(const std::string& path, const boost::json::value& suggested) {
  auto& offers = suggested_[path];
  offers.clear();
  for (const auto& one : list_in(suggested, "themes")) {
    std::string because;
    for (const auto& word : list_in(one, "words")) {
      because += (because.empty() ? "“" : ", “") + std::string(word.as_string()) + "”";
    }
    offers.push_back({text_in(one, "theme"), text_in(one, "title") + ", because of " + because});
  }
}

const std::vector<Offer>& Offers::suggested(const std::string& path) const {
  static const std::vector<Offer> none;
  const auto found = suggested_.find(path);
  return found == suggested_.end() ? none : found->second;
}

}  // namespace reviewd
