#pragma once

#include <atomic>
#include <string>

#include "libreview/base/result.hpp"

namespace reviewd {

/// A body that is longer is not read.
inline constexpr std::size_t longest_fetched = 256 * 1024;

struct Fetched {
  long status;
  std::string body;
};

/// A name and a secret for HTTP's basic authentication; none where the name is empty.
struct Basic {
  std::string name{};
  std::string secret{};
};

/// Asks the identity provider, the only one whom the service ever asks. With the certificate verified, no redirects
/// followed, ten seconds at most, and only https, or http on this machine. Blocks: for a thread that may.
class Fetch {
 public:
  Fetch();

  /// `busy` where nothing came back in time, or too much.
  [[nodiscard]] review::Result<Fetched> get(const std::string& address) const;
  /// Sends a form.
  [[nodiscard]] review::Result<Fetched> post(const std::string& address, const std::string& form,
                                             const Basic& basic) const;
  /// What is under way ends soon, and nothing begins.
  void stop() { stopping_ = true; }

 private:
  [[nodiscard]] review::Result<Fetched> ask(const std::string& address, const std::string* form,
                                            const Basic& basic) const;

  std::atomic<bool> stopping_ = false;
};

}  // namespace reviewd
