#pragma once

#include "reviewd/web/form/form_page.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// Puts into the view of a form what was said before. The form of a recommendation or an action has a button that finds
/// the earlier recommendations most like what was typed; the form of the decision that follows from the rapid review
/// tells what of the case was found and recommended before. A visitor who may not read recommendations is shown
/// neither.
void put_earlier(View& view, const EntryForm& form, const Register& known);

}  // namespace reviewd
