#include "reviewd/http/promise.hpp"

#include <boost/asio/post.hpp>
#include <utility>

namespace reviewd {

Promise::Promise(std::shared_ptr<Gate> gate, std::weak_ptr<Waiter> waiter)
    : gate_(std::move(gate)), waiter_(std::move(waiter)) {}

Promise::~Promise() {
  if (!given_.exchange(true)) deliver(std::nullopt);
}

void Promise::give(Response response) {
  if (!given_.exchange(true)) deliver(std::move(response));
}

void Promise::deliver(std::optional<Response> response) {
  const std::lock_guard lock(gate_->mutex);
  if (!gate_->open) return;
  auto waiter = waiter_.lock();
  if (!waiter) return;
  const auto executor = waiter->timer.get_executor();
  boost::asio::post(executor, [waiter = std::move(waiter), response = std::move(response)]() mutable {
    waiter->answered = true;
    waiter->response = std::move(response);
    waiter->timer.cancel();
  });
}

}  // namespace reviewd
