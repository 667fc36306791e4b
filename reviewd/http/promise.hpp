#pragma once

#include <atomic>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <mutex>
#include <optional>

#include "reviewd/http/response.hpp"

namespace reviewd {

/// Closed when the server goes: an answer that comes later finds nobody, and touches nothing of the server.
struct Gate {
  std::mutex mutex;
  bool open = true;
};

/// Where a connection waits for its answer. Owned by the waiting coroutine, touched on its strand only.
struct Waiter {
  boost::asio::steady_timer timer;  ///< the handler's deadline; cancelled when the answer is there
  bool answered = false;
  std::optional<Response> response{};  ///< none where the handler let go of its Answer without giving one
};

/// The other end of an Answer. Takes the first answer from any thread to the strand of the connection.
class Promise {
 public:
  Promise(std::shared_ptr<Gate> gate, std::weak_ptr<Waiter> waiter);
  ~Promise();
  Promise(const Promise&) = delete;
  Promise& operator=(const Promise&) = delete;

  void give(Response response);

 private:
  void deliver(std::optional<Response> response);

  std::shared_ptr<Gate> gate_;
  std::weak_ptr<Waiter> waiter_;
  std::atomic<bool> given_ = false;
};

}  // namespace reviewd
