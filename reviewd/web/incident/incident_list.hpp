#pragma once

#include "reviewd/web/form/drafts.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// The task list of an incident: each page with how far it is, in words.
[[nodiscard]] View incident_list(const WebDraft& draft);

}  // namespace reviewd
