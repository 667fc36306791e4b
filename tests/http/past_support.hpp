#pragma once

#include <string>

#include "reviewd/http/multipart.hpp"
#include "tests/http/service_support.hpp"

/// A spreadsheet of an invented partnership, and how it is sent.
namespace review::service_test {

/// Eleven cases and a blank row: reviews of the system before, days that nobody knows, two children, an embargo.
inline const std::string past_cases =
    "Westmoor partnership: all reviews,,,,,,,,,,,,,,,\n"
    "Ref,Child,Type,Status,Age,Incident date,Harm,Abuse or neglect,Notified,RR date,Decision,RR submitted,Start date,"
    "Report accepted,Published,Proceedings\n"
    "SCR/2014/03,Child S,SCR,closed,2,Nov 2013,death,known,,,,,Feb 2014,3/2/2015,10/3/2015,\n"
    "SCR/2016/01,Child T,serious case review,in progress,,2016,potentially life-threatening injury,known,,,,,n/k,,,"
    "criminal\n"
    "RR/2018/01,Child A,,closed,4,4/9/2018,serious harm,suspected,10/9/2018,25/9/2018,no further review,1/10/2018,,,,\n"
    "RR/2019/02,Child B,,published,3 weeks,2/5/2019,death,known,7/5/2019,20/5/2019,lcspr,28/5/2019,1/7/2019,"
    "12/12/2019,4/2/2020,inquest concluded\n"
    "RR/2020/01,Child C and Child D,,closed,2; 5,1/3/2020,death,known,5/3/2020,,LSPR,25/3/2020,4/5/2020,2/11/2020,"
    "3/12/2020,\n"
    "RR/2021/04,Child E,,awaiting publication,15,spring 2021,serious harm,known,6/4/2021,20/4/2021,thematic review,"
    "27/4/2021,1/6/2021,1/12/2021,,criminal; inquest\n"
    "RR/2022/01,Child F,,closed,<1,3/6/2022,serious harm,disputed,8/6/2022,22/6/2022,table top,29/6/2022,,,,\n"
    ",,,,,,,,,,,,,,,\n"
    "RR/2023/02,Child G,,in review,7,6/3/2023,death,suspected,9/3/2023,23/3/2023,thematic "
    "review,30/3/2023,2/5/2023,,,\n"
    "RR/2024/01,Child H,,with panel,16,5/2/2024,serious harm,known,8/2/2024,22/2/2024,lcspr,29/2/2024,,,,\n"
    "REF/2024/05,Child J,,referred,,,,,,,,,,,,\n"
    "RR/2025/03,Child K,,rapid review,9,3/11/2025,serious harm,known,6/11/2025,,,,,,,\n";

inline const std::string past_form_type = "multipart/form-data; boundary=invented-boundary";

/// Sends a spreadsheet as a file of that name, with a mapping where one is given.
inline HttpAnswer send_past(HttpCaller& caller, const std::string& content, const std::string& name = "cases.csv",
                            const std::string& mapping = "") {
  std::vector<reviewd::MultipartPart> parts{{"file", name, "", content}};
  if (!mapping.empty()) parts.push_back({"mapping", std::nullopt, "", mapping});
  return caller.post("/v1/past", reviewd::write_multipart("invented-boundary", parts),
                     {{"Content-Type", past_form_type}});
}

/// The address of a spreadsheet that was read.
inline std::string past_at(const HttpAnswer& read) {
  INFO(read.body);
  REQUIRE(read.status == 200);
  return "/v1/past/" + read.text("/past");
}

}  // namespace review::service_test
