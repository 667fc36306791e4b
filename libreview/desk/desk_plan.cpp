#include "libreview/access/forget_cases.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/standing.hpp"
#include "libreview/learning/read_plan.hpp"

namespace review {

Result<v1::ImprovementPlan> Desk::show_plan(std::string_view programme, const Reader& reader, const Moment& moment,
                                            std::optional<Date> as_at) {
  if (!reads_incidents(reader.role))
    return refuse(Code::not_permitted, "Your role does not see how an improvement plan stands.");
  const auto standing = this->standing(programme, "case", reader, moment, as_at);
  if (!standing) return refuse(standing.error());
  auto plan = read_plan(standing->file, standing->day);
  forget_cases(plan, cases_hidden_from(reader, standing->now, *standing->entries, moment.today));
  return plan;
}

}  // namespace review
