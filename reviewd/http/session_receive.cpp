#include <algorithm>
#include <utility>

#include "reviewd/http/body_reader.hpp"
#include "reviewd/http/session.hpp"

namespace reviewd {

namespace net = boost::asio;

namespace {

/// Of a chunk's own line, extensions included: what Beast may leave in the inbox without using it.
constexpr std::size_t framing_bytes = 16 * 1024;

const std::string go_on = "HTTP/1.1 100 Continue\r\n\r\n";
const std::string nothing;

/// The path of a request line that was found good.
std::string path_of(std::string_view section) {
  const auto target = section.substr(std::min(section.find(' ') + 1, section.size()));
  return std::string(target.substr(0, target.find_first_of(" ?")));
}

}  // namespace

net::awaitable<void> Session::receive(Exchange& exchange) {
  std::string section;
  co_await receive_header(exchange, section);
  if (exchange.ended || exchange.refused) co_return;
  exchange.bytes_in = section.size();
  auto examined = examine(section, service_.limits);
  if (!examined) {
    exchange.refused = examined.error();
    // So that a page can say it.
    if (examined.error().fault == Fault::too_large) exchange.head.path = path_of(section);
    co_return;
  }
  exchange.head = std::move(*examined);
  if (!service_.admission.may_ask(caller_, Wire::Clock::now())) {
    exchange.refused = Refused{Fault::too_many, "Wait a little between requests."};
    co_return;
  }
  co_await receive_body(exchange, section);
  wire_->no_deadline();
}

net::awaitable<void> Session::receive_header(Exchange& exchange, std::string& section) {
  auto& inbox = wire_->inbox;
  const bool first = requests_ == 0;
  const auto& limits = service_.limits;
  if (inbox.empty()) {
    if (service_.draining) {
      exchange.ended = true;
      co_return;
    }
    idle_ = true;
    wire_->deadline(Wire::Clock::now() + (first ? limits.header_time : limits.idle_time));
    const bool more = co_await wire_->read_some();
    idle_ = false;
    if (!more) {
      exchange.ended = true;
      co_return;
    }
  }
  wire_->deadline((first ? opened_ : Wire::Clock::now()) + limits.header_time);
  while (true) {
    const auto end = inbox.find("\r\n\r\n");
    if (end != std::string::npos) {
      section = inbox.substr(0, end + 4);
      inbox.erase(0, end + 4);
      co_return;
    }
    exchange.refused = hopeless(inbox, limits);
    exchange.bytes_in = inbox.size();
    if (exchange.refused) co_return;
    const bool more = co_await wire_->read_some();
    if (!more && wire_->expired()) exchange.refused = Refused{Fault::timed_out, "Send the header at once."};
    if (!more && !wire_->expired()) exchange.ended = true;
    if (!more) co_return;
  }
}

net::awaitable<void> Session::receive_body(Exchange& exchange, const std::string& section) {
  const auto& limits = service_.limits;
  const auto most = limits.body_limit_of(exchange.head.method, exchange.head.path);
  BodyReader reader(section, most);
  const auto begun = Wire::Clock::now();
  const auto whole = begun + (most > limits.body_bytes ? limits.large_body_time : limits.body_time);
  auto& inbox = wire_->inbox;
  if (!reader.done() && !reader.refused() && exchange.head.expects_continue && inbox.empty()) {
    wire_->deadline(whole);
    const bool told = co_await wire_->write(go_on, nothing);
    exchange.ended = !told;
  }
  std::size_t taken = 0;
  while (!reader.done() && !reader.refused() && !exchange.ended && !exchange.refused) {
    const std::size_t used = inbox.empty() ? 0 : reader.put(inbox);
    inbox.erase(0, used);
    taken += used;
    exchange.hold(used);
    if (reader.done() || reader.refused() || exchange.refused) break;
    if (used > 0 && !inbox.empty()) continue;
    if (inbox.size() > framing_bytes) {
      exchange.refused = Refused{Fault::malformed, "The content is not framed as the header says."};
      break;
    }
    const std::chrono::milliseconds earned(static_cast<std::int64_t>(taken) * 1000 / limits.body_rate);
    wire_->deadline(std::min(whole, begun + limits.body_grace + earned));
    const bool more = co_await wire_->read_some();
    if (more) continue;
    exchange.ended = !wire_->expired();
    if (wire_->expired()) exchange.refused = Refused{Fault::timed_out, "The content came too slowly."};
  }
  exchange.bytes_in += taken;
  if (reader.refused()) exchange.refused = reader.refused();
  if (!exchange.refused && !exchange.ended) exchange.body = reader.take_body();
}

}  // namespace reviewd
