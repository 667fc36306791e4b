#include "libreview/registers/feeds.hpp"

#include <boost/json/array.hpp>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/returns/send_link.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

json::object write(const review::Feed& feed) {
  json::object out{{"feed", feed.feed}, {"scope", feed.scope}, {"made", feed.made}};
  if (!feed.revoked.empty()) out["revoked"] = feed.revoked;
  if (!feed.fetched.empty()) out["fetched"] = feed.fetched;
  return out;
}

/// With its address, which is shown this once.
Response made(Call& call, const review::Result<review::MadeFeed>& feed) {
  if (!feed) return refused(call, feed.error());
  auto body = write(feed->feed);
  body["address"] = address_of(call.storage, call.request.header("Host").value_or(""), "/feeds/" + feed->line + ".ics");
  auto response = json_answer(201, body);
  response.headers.emplace_back("Location", "/v1/people/me/feeds/" + feed->feed.feed);
  return response;
}

/// A feed shows what its person sees, and lives longer than a token.
bool is_narrowed(const review::Reader& reader) { return !reader.scopes.empty() || reader.cases.has_value(); }

Response too_narrow(const Call& call) {
  return refused(call, {Code::not_permitted,
                        "This access token opens less than you may see, and a calendar would show all of it. "
                        "Make the address on the page, or with a token that is not narrowed."});
}

/// An address with a secret goes into another program, so nobody's request says where it leads to. In a practice store
/// there is nothing to keep.
bool knows_own_address(const Call& call) {
  return !call.storage.config().mail.address.empty() || call.storage.store().practice();
}

Response no_own_address(const Call& call) {
  return refused(call, {Code::not_permitted,
                        "No address can be made here yet, because the service was not told its own. Ask whoever runs "
                        "it to set address below [mail] of its configuration."});
}

Response list_feeds(Call& call) {
  json::array feeds;
  for (const auto& feed : review::Feeds(call.storage.store(), call.storage.random()).of(call.reader.person)) {
    feeds.push_back(write(feed));
  }
  return json_answer(200, json::object{{"feeds", std::move(feeds)}, {"nextPageToken", ""}});
}

Response make_feed(Call& call) {
  const auto wish = json_fields(call, {.present = {"scope"}});
  if (!wish) return refused(call, wish.error());
  if (is_narrowed(call.reader)) return too_narrow(call);
  if (!knows_own_address(call)) return no_own_address(call);
  return made(call,
              review::Feeds(call.storage.store(), call.storage.random())
                  .make({call.reader.person, std::string(review::role_name(call.reader.role)), wish->text("scope")},
                        now(std::nullopt).now));
}

Response rotate_feed(Call& call) {
  if (is_narrowed(call.reader)) return too_narrow(call);
  if (!knows_own_address(call)) return no_own_address(call);
  return made(call, review::Feeds(call.storage.store(), call.storage.random())
                        .rotate(call.reader.person, std::string(review::role_name(call.reader.role)), call.path("feed"),
                                now(std::nullopt).now));
}

Response revoke_feed(Call& call) {
  const auto revoked = review::Feeds(call.storage.store(), call.storage.random())
                           .revoke(call.reader.person, call.path("feed"), now(std::nullopt).now);
  if (!revoked) return refused(call, revoked.error());
  return json_answer(200, write(*revoked));
}

}  // namespace

std::vector<Endpoint> feed_endpoints() {
  return {
      {"GET",
       "/v1/people/me/feeds",
       "listFeeds",
       "The addresses from which your calendar fetches reminders, without their secrets",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "FeedList",
       200,
       list_feeds},
      {"POST",
       "/v1/people/me/feeds",
       "makeFeed",
       "Makes an address from which your calendar fetches reminders; it is shown this once",
       {Right::read_cases},
       Use::write,
       {},
       "FeedWish",
       "MadeFeed",
       201,
       make_feed},
      {"POST",
       "/v1/people/me/feeds/{feed}:revoke",
       "revokeFeed",
       "From now on the address is not there",
       {Right::read_cases},
       Use::write,
       {},
       "",
       "Feed",
       200,
       revoke_feed},
      {"POST",
       "/v1/people/me/feeds/{feed}:rotate",
       "rotateFeed",
       "A new address in place of this one; it is shown this once",
       {Right::read_cases},
       Use::write,
       {},
       "",
       "MadeFeed",
       201,
       rotate_feed},
  };
}

}  // namespace reviewd
