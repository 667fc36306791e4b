#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// The most that one person keeps.
inline constexpr int most_saved_views = 30;

/// A list that somebody narrowed down and gave a name.
struct SavedView {
  std::string saved_view;  ///< its id
  std::string name;        ///< what the person calls it
  std::string query;       ///< the query part of the list's address; what it may hold is not decided here
  std::string made;        ///< RFC 3339 UTC
};

/// The lists that people saved, each for themselves: nobody is shown another person's.
class SavedViews {
 public:
  SavedViews(Store& store, Random& random) : store_(store), random_(random) {}

  /// By name.
  [[nodiscard]] std::vector<SavedView> of(std::string_view person);
  /// Keeps it. A view of the same name takes the new query. `malformed` where the person has as many as they may.
  [[nodiscard]] Result<SavedView> save(const std::string& person, const std::string& name, const std::string& query,
                                       Instant now);
  /// Deletes one of the person's own; `not-found` for any other.
  [[nodiscard]] Result<SavedView> remove(std::string_view person, std::string_view saved_view);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
