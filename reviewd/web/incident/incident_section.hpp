#pragma once

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// One page of an incident, or of one of its children.
[[nodiscard]] Response show_section(PageCall& call);
/// Keeps the answers of the page, then goes on; says what is wrong with them.
[[nodiscard]] Response save_section(PageCall& call);
/// Keeps the answers when the session was over, and gives the address of the page.
[[nodiscard]] std::string keep_section(PageCall& call);
/// Asks whether a child is to be taken out of the incident, and does it.
[[nodiscard]] Response show_remove_child(PageCall& call);
[[nodiscard]] Response take_child_away(PageCall& call);

}  // namespace reviewd
