#include <chrono>

#include "reviewd/feeds/read_feed.hpp"
#include "reviewd/web/sign_in/asked.hpp"

/// What a calendar program fetches. It has no session: the secret in the address is all that it has, and the answer to
/// a wrong one, to one that is revoked and to one whose person is gone is the same.
namespace reviewd {
namespace {

constexpr std::string_view ending = ".ics";

Response plain(int status, std::string text) { return {status, "text/plain; charset=utf-8", std::move(text)}; }

Response nothing_there() { return plain(404, "There is nothing at this address.\n"); }

Response wait(std::chrono::seconds seconds) {
  auto response = plain(429, "Too many addresses were tried. Wait, and try again.\n");
  response.headers.emplace_back("Retry-After", std::to_string(seconds.count()));
  return response;
}

/// A calendar keeps what it got, and asks each time whether it is still that. Only what it has not is written out,
/// apart from the storage thread.
Response calendar(FeedAnswer found, bool unchanged) {
  Response made{unchanged ? 304 : 200, "text/calendar; charset=utf-8"};
  made.headers.emplace_back("ETag", std::move(found.etag));
  made.headers.emplace_back("Cache-Control", "private, no-cache");
  if (unchanged) return made;
  Response later;
  later.rest = SlowPart{
      SlowPart::Line::written, {}, [made = std::move(made), text = std::move(found.text)](const std::stop_token&) {
        auto response = made;
        response.body = text();
        return response;
      }};
  return later;
}

}  // namespace

void Site::read_feed(const Shared& asked) {
  const auto left = feed_gate_.begin(asked->request.peer, FeedGate::Instant::clock::now());
  if (left.count() > 0) return asked->answer(wait(left));
  const auto name = asked->match.parameter("feed");
  if (!name.ends_with(ending)) return asked->answer(nothing_there());
  const auto line = std::string(name.substr(0, name.size() - ending.size()));
  write(asked, [this, asked, line](Storage& storage) {
    const auto has = asked->request.header("If-None-Match").value_or("");
    auto found = reviewd::read_feed(storage, line, asked->request.header("Host").value_or(""), has);
    if (!found) return plain(507, "The service cannot answer at this moment.\n");
    if (!*found) return nothing_there();
    feed_gate_.right(asked->request.peer);
    const bool unchanged = names_etag(has, (*found)->etag);
    return calendar(std::move(**found), unchanged);
  });
}

}  // namespace reviewd
