#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "reviewd/http/metrics.hpp"
#include "reviewd/http/server.hpp"

/// A real server on loopback and a client that writes bytes as they are given.
namespace framing {

/// One answer as it came over the wire.
struct Reply {
  int status = 0;  ///< 0 where the connection ended without one
  std::string head;
  std::string body;

  /// The value of the header, empty where there is none.
  [[nodiscard]] std::string header(const std::string& name) const;
};

class Client {
 public:
  explicit Client(std::uint16_t port);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// False where the other end has gone.
  bool send(const std::string& bytes);
  /// Reads one answer; waits for at most `patience`.
  Reply reply(bool to_head = false);
  /// True where the server closes, and has sent nothing more, within `patience`.
  bool closes();
  /// Sends, reads, and gives the status.
  int status_of(const std::string& bytes);

  std::chrono::milliseconds patience{5000};

 private:
  bool fill();

  int socket_ = -1;
  std::string inbox_;
  bool ended_ = false;
};

/// Serves until it goes out of scope. Without a handler of its own it echoes: method, path, query and body, one a line.
class TestServer {
 public:
  explicit TestServer(reviewd::Limits limits = {}, reviewd::Handler handler = {}, int threads = 2);
  ~TestServer();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::size_t requests() const;
  [[nodiscard]] std::string log() const;
  /// True once the metrics hold this text: they are written after the answer has gone.
  [[nodiscard]] bool comes_to_say(const std::string& text) const;
  void begin_drain() { server_->begin_drain(); }
  /// Waits for the end and says whether it was clean.
  bool finish();

 private:
  struct Lines;
  reviewd::Metrics metrics_;
  std::shared_ptr<Lines> lines_;
  std::unique_ptr<reviewd::Server> server_;
  std::uint16_t port_ = 0;
  std::thread thread_;
  bool clean_ = false;
  mutable std::mutex mutex_;
  std::size_t requests_ = 0;
};

/// `GET path` with a Host field and whatever else is given.
std::string get(const std::string& path, const std::string& fields = "");
/// `POST /echo` with these fields, then the body as it is.
std::string post(const std::string& fields, const std::string& body);
/// Limits with every time cut to what a test can wait for.
reviewd::Limits impatient();

}  // namespace framing
