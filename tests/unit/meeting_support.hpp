#pragma once

#include <string>
#include <vector>

#include "libreview/meeting/fold_meeting.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {

/// Entries of one meeting, each as the desk would have stored it.
class MeetingRecord {
 public:
  /// `json` has single quotes for double ones.
  MeetingRecord& add(const std::string& json, const std::string& by = "ann") {
    auto one = entry(json);
    one.set_entry("entry-" + std::to_string(entries_.size() + 1));
    one.set_case_("m26-0001");
    one.set_case_version(static_cast<int>(entries_.size()) + 1);
    one.set_recorded_by(by);
    entries_.push_back(std::move(one));
    return *this;
  }
  [[nodiscard]] const std::vector<v1::Entry>& entries() const { return entries_; }
  [[nodiscard]] Meeting meeting() const { return fold_meeting(entries_); }

 private:
  std::vector<v1::Entry> entries_;
};

/// A meeting of 18 March 2026 over the cases 26-0001 and 26-0002, with one other item.
inline MeetingRecord called_meeting() {
  MeetingRecord record;
  record.add(
      "{'occurredOn':'2026-03-10','meetingCalled':{'title':'Panel','heldOn':'2026-03-18','chair':'cleo','items':["
      "{'item':'26-0001','title':'The first','case':'26-0001'},{'item':'26-0002','title':'The second',"
      "'case':'26-0002'},{'item':'item-1','title':'Matters arising'}],"
      "'invited':[{'person':'pat','agency':'POLICE'},{'person':'lee','agency':'INTEGRATED_CARE_BOARD'}]}}");
  return record;
}

inline constexpr const char* all_there =
    "{'occurredOn':'2026-03-18','attendanceRecorded':{'attendance':[{'agency':'local-authority','person':'cleo'},"
    "{'agency':'POLICE','person':'pat'},{'agency':'INTEGRATED_CARE_BOARD','person':'lee','presence':'PRESENT'}]}}";

}  // namespace review::test
