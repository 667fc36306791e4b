#pragma once

#include <boost/json/value.hpp>
#include <functional>
#include <map>
#include <string>

#include "libreview/story/world.hpp"

namespace reviewctl {

/// A request as the world makes it. Fields that are empty are not sent.
struct WorldRequest {
  std::string method;
  std::string target;
  std::string token;
  std::string if_match{};
  std::string body{};  ///< JSON
};

/// What came back; a status of 0 where nothing did.
struct WorldAnswer {
  int status = 0;
  std::string body;
};

using Exchange = std::function<WorldAnswer(const WorldRequest&)>;

/// The world of a running service with a practice store, over HTTP. Each person of a story gets a token of their own
/// from the administrator; whoever reads and sets the day is `coordinator-1`.
class HttpWorld final : public review::World {
 public:
  /// `administrator` is the token of one.
  HttpWorld(Exchange exchange, std::string administrator);

  /// Whether the day that was set last was taken; `set_today` cannot say so.
  /// Refused by a real store, which has no day of its own.
  [[nodiscard]] review::Result<void> is_practice();
  [[nodiscard]] review::Result<void> day_taken() const { return day_taken_; }

  void set_today(review::Date today) override;
  [[nodiscard]] review::Result<review::Deed> record(std::string_view case_id, const review::v1::Entry& entry,
                                                    const std::string& person) override;
  [[nodiscard]] review::Result<review::v1::Case> show(std::string_view case_id,
                                                      std::optional<review::Date> as_at) override;
  [[nodiscard]] review::Result<std::vector<review::v1::Clock>> clocks(std::string_view case_id,
                                                                      std::optional<review::Date> as_at) override;
  [[nodiscard]] review::Result<std::vector<review::v1::Entry>> entries(std::string_view case_id,
                                                                       std::optional<review::Date> as_at) override;
  [[nodiscard]] review::Result<review::v1::Timetable> timetable(std::string_view case_id) override;
  [[nodiscard]] review::Result<std::map<std::string, std::string>> alerts(std::string_view case_id) override;
  /// The day set last must have been taken.
  [[nodiscard]] std::vector<std::string> look_back() override;

  /// Every element of a list, over all its pages.
  [[nodiscard]] review::Result<std::vector<boost::json::value>> list(const std::string& target, const char* name);

  /// Revokes the tokens that were issued for this world.
  [[nodiscard]] review::Result<void> revoke_tokens();

 private:
  struct Issued {
    std::string id;
    std::string secret;
  };

  /// The JSON of an answer in the 200s, else the refusal that its problem details say.
  [[nodiscard]] review::Result<boost::json::value> ask(const WorldRequest& request);
  [[nodiscard]] review::Result<boost::json::value> get(const std::string& target);
  [[nodiscard]] review::Result<std::string> token_of(const std::string& person);
  /// Whoever reads through an embargo is somebody whom the service knows.
  [[nodiscard]] review::Result<void> make_readers_known(const review::v1::Entry& entry);
  [[nodiscard]] review::Result<std::string> version_of(std::string_view case_id);

  Exchange exchange_;
  std::string administrator_;
  review::Result<void> day_taken_;
  std::map<std::string, Issued> tokens_;
};

}  // namespace reviewctl
