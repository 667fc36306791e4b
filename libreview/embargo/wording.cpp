#include "libreview/embargo/wording.hpp"

namespace review {

Wording wording_for(v1::FactFinding finding) {
  switch (finding) {
    case v1::FACT_FINDING_FOUND:
      return {"abuse or neglect that was found to have happened",
              "Proceedings have found that there was abuse or neglect."};
    case v1::FACT_FINDING_NOT_FOUND:
      return {"what happened to a child or young person", "Proceedings have not found what was alleged."};
    case v1::FACT_FINDING_NOT_DECIDED:
      return {"what happened to a child or young person", "Proceedings have ended without deciding what was alleged."};
    default:
      return {"alleged abuse or neglect", "What is said to have happened is alleged."};
  }
}

}  // namespace review
