#pragma once

#include <boost/json/array.hpp>
#include <string>

#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// `a-smith` of `people/a-smith`, and of itself.
[[nodiscard]] std::string bare_person(const std::string& person);

/// Whether another person proposed to lift the embargo of the address, and the visitor may agree.
[[nodiscard]] bool lift_waits_for(const PageCall& call);

/// Who besides the visitor may lift embargoes, by role, as screens call them: `Asha Verma, B Jones`. Empty where nobody
/// may. `people` is the API's list. Whether they see this case is not asked: that is not for everybody to know.
[[nodiscard]] std::string others_who_decide(const PageCall& call, const boost::json::array& people,
                                            const Register& known);

}  // namespace reviewd
