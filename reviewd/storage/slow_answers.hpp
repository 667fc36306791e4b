#pragma once

#include <memory>
#include <string>

#include "reviewd/base/slow_work.hpp"
#include "reviewd/http/response.hpp"
#include "reviewd/storage/parts_under_way.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// Gives answers of which a part is still to be worked out (`Response::rest`), apart from the storage thread or on it
/// in parts (`RestInParts`): one for the API and the pages together, so that what one person has under way is counted
/// over both: one part of a line (`SlowWork`), and a few answers in parts (`PartsUnderWay`). Checks, copies, PDFs
/// and what is written out wait in lines of their own (`SlowPart`), so that no number of checks keeps a document from
/// who opens it, or a calendar from its reminders.
class SlowAnswers : public std::enable_shared_from_this<SlowAnswers> {
 public:
  /// `storage` must outlive it. Held by a shared pointer, it also gives answers of which the last part leaves a slow
  /// one; they are refused otherwise.
  explicit SlowAnswers(StorageThread& storage) : storage_(storage) {}

  /// Gives the answer, at once or when the rest of it is there. `refuse` answers where too much waits, of all or of one
  /// person, or the rest fails. From any thread; does not block.
  void give(Response response, const Answer& answer, const StorageThread::Refuse& refuse);

 private:
  /// What waits holds a document of up to 25 MiB.
  static constexpr std::size_t most_documents = 12;
  /// Calendars ask all at once, at the full hour.
  static constexpr std::size_t most_written = 64;

  [[nodiscard]] SlowWork& line_of(SlowPart::Line line);
  void wait_in_line(SlowPart part, const std::string& route, const Answer& answer, const StorageThread::Refuse& refuse);

  StorageThread& storage_;
  SlowWork checks_{most_documents};
  SlowWork copies_{most_documents};
  SlowWork papers_{most_documents};
  SlowWork written_{most_written};
  std::shared_ptr<PartsUnderWay> under_way_ = std::make_shared<PartsUnderWay>();
};

}  // namespace reviewd
