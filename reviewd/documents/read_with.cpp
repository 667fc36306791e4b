#include "reviewd/documents/read_with.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "reviewd/documents/memory_file.hpp"
#include "reviewd/documents/start_program.hpp"
#include "reviewd/documents/wait_for_program.hpp"

namespace reviewd {
namespace {

using Clock = std::chrono::steady_clock;

/// Of the processor: whoever forgets to end it, the kernel does not.
constexpr std::chrono::seconds most_time{15};
/// How soon it is noticed that somebody asks to stop.
constexpr std::chrono::milliseconds between_looks{100};
constexpr int first_not_its_own = 126;

/// A descriptor that is closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

bool may_go_on(const ReadingLimits& limits) { return !limits.stop.stop_requested() && Clock::now() < limits.until; }

/// Everything that comes until the other side closes; nothing where it is too much or too late.
std::optional<std::string> drained(int from, const ReadingLimits& limits) {
  std::string all;
  std::array<char, 65'536> piece{};
  while (may_go_on(limits)) {
    pollfd waits{from, POLLIN, 0};
    const int ready = ::poll(&waits, 1, static_cast<int>(between_looks.count()));
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    if (ready < 0) return std::nullopt;
    const auto got = ::read(from, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) return all;
    all.append(piece.data(), static_cast<std::size_t>(got));
    if (all.size() > limits.most_bytes) return std::nullopt;
  }
  return std::nullopt;
}

/// One that was ended by the kernel took too much time; one that it did not let begin is not there.
ReadingEnd end_of(int status) {
  if (!WIFEXITED(status)) return ReadingEnd::limit;
  if (WEXITSTATUS(status) == 0) return ReadingEnd::read;
  return WEXITSTATUS(status) < first_not_its_own ? ReadingEnd::refused : ReadingEnd::absent;
}

}  // namespace

Reading read_with(const std::vector<std::string>& program, std::string_view content, const ReadingLimits& limits,
                  std::string_view beside) {
  const MemoryFile file(content);
  const MemoryFile second(beside);
  std::array<int, 2> pipe{};
  if (!file.good() || !second.good() || ::pipe2(pipe.data(), O_CLOEXEC) != 0) return {};
  const Descriptor out(pipe[0]);
  Descriptor in(pipe[1]);
  const auto process = start_program({.words = program,
                                      .input = file.descriptor(),
                                      .output = in.number(),
                                      .beside = second.descriptor(),
                                      .most_memory = limits.most_memory,
                                      .most_time = most_time});
  if (!process) return {};
  in.close();
  auto said = drained(out.number(), limits);
  if (!said) {
    end_program(*process);
    return {ReadingEnd::limit};
  }
  const auto status = wait_for_program(*process, limits.until, limits.stop);
  const auto end = status ? end_of(*status) : ReadingEnd::limit;
  return {end, end == ReadingEnd::read ? std::move(*said) : std::string()};
}

}  // namespace reviewd
