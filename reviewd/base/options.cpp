#include "reviewd/base/options.hpp"

#include <CLI/CLI.hpp>
#include <charconv>

namespace reviewd {

bool is_loopback(const std::string& address) {
  return address.rfind("127.", 0) == 0 || address == "::1" || address == "[::1]";
}

Options read_options(int argc, char** argv, int& exit_code) {
  Options options;
  std::string listen = "127.0.0.1:8080";
  CLI::App app{"reviewd: the record of child safeguarding practice reviews, over HTTP"};
  app.add_option("--store", options.store, "The store file; made if it does not exist")->required();
  app.add_option("--listen", listen, "Address and port, for example 127.0.0.1:8080; port 0 takes a free one")
      ->capture_default_str();
  app.add_option("--config", options.config, "A TOML file: overlay, closures, limits, sign-on");
  app.add_flag("--practice", options.practice, "Make or open a practice store, whose day can be set");
  app.add_flag("--behind-proxy", options.behind_proxy,
               "Listen on other addresses than loopback; a proxy in front speaks TLS");
  exit_code = -1;
  try {
    app.parse(argc, argv);
    const auto colon = listen.rfind(':');
    if (colon == std::string::npos) throw CLI::ValidationError("--listen", "needs an address and a port");
    const std::string port = listen.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), options.port);
    if (error != std::errc() || end != port.data() + port.size()) {
      throw CLI::ValidationError("--listen", "needs a port from 0 to 65535");
    }
    options.address = listen.substr(0, colon);
    if (!is_loopback(options.address) && !options.behind_proxy) {
      throw CLI::ValidationError(
          "--listen", "is not loopback: this service speaks no TLS. Put a proxy in front and say --behind-proxy");
    }
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? 0 : 2;
  }
  return options;
}

}  // namespace reviewd
