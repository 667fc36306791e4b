#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

std::string name_of(const Verb& verb) { return verb.verb.empty() ? verb.noun : verb.noun + " " + verb.verb; }

std::vector<Option> options_of(const Verb& verb) {
  std::vector<Option> options = verb.options;
  if (verb.reach == Reach::file || verb.reach == Reach::file_or_server) {
    options.push_back(
        {"store", "FILE", verb.reach == Reach::file ? "The store" : "Work on this store, which no daemon may hold"});
  }
  if (verb.reach == Reach::server || verb.reach == Reach::file_or_server) {
    options.push_back({"server", "URL", "The service (REVIEW_SERVER, else http://127.0.0.1:8080)"});
    options.push_back({"token-file", "FILE", "Where the access token is read (else REVIEW_TOKEN)"});
  }
  std::vector<std::string> formats{"table", "json", "ndjson"};
  if (verb.lists) formats.emplace_back("csv");
  options.push_back({"output", "FORMAT", "How the answer is written", formats});
  options.push_back({"help", "", "Print this"});
  return options;
}

}  // namespace reviewctl
