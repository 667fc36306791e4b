#pragma once

#include <string>
#include <string_view>

#include "reviewd/http/request.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// The line of the session that the browser sent; empty if it sent none, or two.
[[nodiscard]] std::string session_of(const Request& request);

/// Hands the browser its session: for this host alone, over a secure connection, out of reach of scripts, and not sent
/// from other sites.
void set_session(Response& response, std::string_view line);
/// Takes it away, with everything else that the browser keeps of us but the cookie by which it is known.
void clear_session(Response& response);

/// The same for a sign-in that waits for the code; its cookie lasts as long as it.
[[nodiscard]] std::string pending_of(const Request& request);
void set_pending(Response& response, std::string_view line);
void clear_pending(Response& response);

/// The line by which the browser is known as somebody's; it stays when a session ends.
[[nodiscard]] std::string device_of(const Request& request);
void set_device(Response& response, std::string_view line);

/// What each form of a session carries: nobody without the cookie can make it.
[[nodiscard]] std::string form_token(std::string_view line);
/// Whether the form carried it. Takes as long for a wrong one.
[[nodiscard]] bool is_form_token(std::string_view given, std::string_view line);

/// Whether a request that changes something comes from a page of ours, by what the browser says of it. A request of
/// which it says nothing is none.
[[nodiscard]] bool is_from_here(const Request& request);

/// Where to go after signing in: an address of ours, else home.
[[nodiscard]] std::string safe_address(const std::string& wanted);

}  // namespace reviewd
