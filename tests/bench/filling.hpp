#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "reviewd/storage/storage.hpp"

namespace review::bench {

/// Fills the store of a daemon that is stopped, through the desk, with what a service has after some years. All
/// invented.
class Filling {
 public:
  explicit Filling(const std::filesystem::path& file);

  /// What is recorded meanwhile shares one commit.
  void together(const std::function<void()>& work);
  /// Opens a case with an incident that is notifiable; the words of its summary are of the caller.
  std::string open(const std::string& day, int number, const std::string& summary = "An invented incident.");
  /// Records an entry, written as in a request with single quotes for double ones; throws where it is refused.
  void add(const std::string& case_id, const std::string& day, const std::string& entry);
  /// Brings a case to its rapid review: notified, asked of agencies.
  void begin_rapid_review(const std::string& case_id, const std::string& day);
  /// Records until the case has so many entries, of the kinds that a case of years has.
  void fill_up(const std::string& case_id, const std::string& day, int entries);

  [[nodiscard]] reviewd::Storage& storage() { return *storage_; }

 private:
  std::unique_ptr<reviewd::Storage> storage_;
};

}  // namespace review::bench
