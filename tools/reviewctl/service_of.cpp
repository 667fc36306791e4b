#include "tools/reviewctl/service_of.hpp"

#include <cstdlib>

#include "tools/reviewctl/file_service.hpp"
#include "tools/reviewctl/read_file.hpp"

namespace reviewctl {
namespace {

std::string from_environment(const char* name, const std::string& otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : std::string(value);
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Outcome<std::string> token_of(const Arguments& arguments) {
  const auto file = arguments.find("token-file");
  if (!file) return trimmed(from_environment("REVIEW_TOKEN", ""));
  auto text = read_file(*file);
  if (!text) return text;
  return trimmed(*text);
}

}  // namespace

Outcome<std::unique_ptr<HttpService>> http_service_of(const Call& call) {
  const auto token = token_of(call.arguments);
  if (!token) return stop(token.error());
  return HttpService::reach(call.arguments.text("server", from_environment("REVIEW_SERVER", "http://127.0.0.1:8080")),
                            *token);
}

Outcome<std::unique_ptr<Service>> service_of(const Call& call) {
  if (call.arguments.has("store")) {
    if (call.arguments.has("server")) return misused("Give --store or --server, not both.");
    reviewd::Config config;
    if (const auto file = call.arguments.find("config")) {
      auto read = reviewd::read_config(*file);
      if (!read) return stop(read.error());
      config = std::move(*read);
    }
    auto opened = FileService::open(call.arguments.text("store"), config);
    if (!opened) return stop(opened.error());
    return std::unique_ptr<Service>(std::move(*opened));
  }
  auto reached = http_service_of(call);
  if (!reached) return stop(reached.error());
  return std::unique_ptr<Service>(std::move(*reached));
}

}  // namespace reviewctl
