#include "reviewd/http/body_reader.hpp"

#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <iterator>

namespace reviewd {

namespace http = boost::beast::http;

struct BodyReader::Parser {
  http::request_parser<http::string_body> beast;

  [[nodiscard]] std::size_t fields() const {
    return static_cast<std::size_t>(std::distance(beast.get().begin(), beast.get().end()));
  }
};

BodyReader::BodyReader(std::string_view section, std::int64_t limit) : parser_(std::make_unique<Parser>()) {
  parser_->beast.eager(true);
  parser_->beast.header_limit(static_cast<std::uint32_t>(section.size() + 1));
  parser_->beast.body_limit(static_cast<std::uint64_t>(limit));
  const std::size_t used = put(section);
  if (!refused_ && (used != section.size() || !parser_->beast.is_header_done())) {
    refused_ = Refused{Fault::malformed, "The header cannot be read."};
  }
  fields_ = parser_->fields();
}

BodyReader::~BodyReader() = default;
BodyReader::BodyReader(BodyReader&&) noexcept = default;
BodyReader& BodyReader::operator=(BodyReader&&) noexcept = default;

std::size_t BodyReader::put(std::string_view bytes) {
  boost::system::error_code error;
  const std::size_t used = parser_->beast.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  if (error == http::error::body_limit) {
    refused_ = Refused{Fault::too_large, "The content is longer than this address takes."};
  } else if (error && error != http::error::need_more) {
    refused_ = Refused{Fault::malformed, "The content is not framed as the header says."};
  } else if (parser_->beast.is_header_done() && fields_ != 0 && parser_->fields() != fields_) {
    refused_ = Refused{Fault::malformed, "Fields after the content are not taken."};
  }
  return used;
}

bool BodyReader::done() const { return parser_->beast.is_done(); }

std::string BodyReader::take_body() { return std::move(parser_->beast.get().body()); }

}  // namespace reviewd
