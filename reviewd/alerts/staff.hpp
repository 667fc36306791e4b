#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/alerts/addressees.hpp"
#include "libreview/registers/notice_settings.hpp"
#include "libreview/registers/notices.hpp"
#include "libreview/views/alert_rows.hpp"
#include "review/v1/case_file.pb.h"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Everybody who can come in, as they are at one moment: what they see, and how they want to be told.
class Staff {
 public:
  Staff(Storage& storage, const review::Moment& moment);

  [[nodiscard]] const std::vector<review::Colleague>& people() const { return people_; }
  /// The day as of which they are.
  [[nodiscard]] review::Date today() const { return today_; }
  /// Whether anybody can be told by mail at all.
  [[nodiscard]] bool hears() const;
  /// Which of the alerts the list of reminders has for the person, put off or not. What somebody opened in an emergency
  /// does not count. One question to the store, however many they are.
  [[nodiscard]] std::set<std::string> seen(const std::string& person, std::vector<std::string> alerts) const;
  /// What stands on the list of the day of the person that ends with the notice `last`; nothing for somebody whom no
  /// mail reaches.
  [[nodiscard]] review::DailyList list(const std::string& person, std::int64_t last, std::size_t first) const;
  /// Whether the person sees a clock of a case, told or not. What somebody opened in an emergency does not count.
  [[nodiscard]] bool sees(const std::string& person, const review::v1::CaseFile& file, std::string_view clock) const;
  /// The mailbox of somebody who wants mail; empty for others.
  [[nodiscard]] std::string mailbox(const std::string& person) const;
  [[nodiscard]] review::NoticeSort sort(const std::string& person) const;

 private:
  struct Way {
    std::string mailbox;
    review::NoticeSort sort;
  };
  Storage& storage_;
  review::Date today_;
  std::vector<review::Colleague> people_;
  std::map<std::string, review::Reader> readers_;
  std::map<std::string, Way> ways_;
};

}  // namespace reviewd
