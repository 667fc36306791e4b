#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"

namespace reviewd {

/// Who opened a form of which case lately. In memory alone: it is a courtesy, no record, and says nothing after
/// `lasts`. For the storage thread.
class Presence {
 public:
  /// How long an opened form is told to others.
  static constexpr std::chrono::minutes lasts{5};
  /// No more than this is remembered; the oldest go first.
  static constexpr std::size_t most = 1000;

  struct Opened {
    std::string person;  ///< bare id
    std::string case_id;
    std::string kind;  ///< of entry, in its JSON name
    review::Instant at;
  };

  /// The person has opened a form now: told once a person and case.
  void opened(const std::string& person, const std::string& case_id, const std::string& kind, review::Instant now);
  /// The person has recorded, and so left, the form.
  void left(std::string_view person, std::string_view case_id);
  /// What others than the person opened in the case within `lasts`, newest first. Whoever asks must be allowed to see
  /// the case.
  [[nodiscard]] std::vector<Opened> others(std::string_view person, std::string_view case_id,
                                           review::Instant now) const;

 private:
  std::vector<Opened> all_;  ///< oldest first
};

}  // namespace reviewd
