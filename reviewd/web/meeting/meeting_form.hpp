#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/form/form_rows.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// One form of one kind of entry of a meeting.
struct MeetingForm {
  const PageCall& call;
  const review::Kind& kind;
  std::string meeting;  ///< its reference; empty for the form that calls one
  Typed typed;
  std::string version;  ///< of the meeting that the person saw; empty where there is none yet
  std::string key;      ///< the same for every time that the form is sent

  [[nodiscard]] bool calls() const { return meeting.empty(); }
  /// Where the form is shown and sent.
  [[nodiscard]] std::string address() const;
  [[nodiscard]] std::string api_address() const;
  /// What the form is called.
  [[nodiscard]] std::string title() const;
  /// Whether the visitor may record anything of a meeting, and not only what is about themself.
  [[nodiscard]] bool by_manager() const;
};

/// The entry that the form asks for, as JSON for the API.
[[nodiscard]] boost::json::object meeting_entry_of(const MeetingForm& form);

/// The rows of the form. `meeting` is that of the API, null where there is none yet; `problem` what the API refused.
[[nodiscard]] FormRows meeting_rows(const MeetingForm& form, const boost::json::value& meeting, int status,
                                    const boost::json::value& problem);

/// The page with the form.
[[nodiscard]] Response meeting_form_page(const MeetingForm& form, int status = 200,
                                         const boost::json::value& problem = {});
/// Somebody else recorded something meanwhile: theirs, and a way on with what was typed.
[[nodiscard]] Response meeting_stale_page(const MeetingForm& form);

}  // namespace reviewd
