/**
 * The meanings of the fields in Chinese, by the English sentence: `translatedMeanings(fieldMeanings, chineseFieldMeanings)`.
 */
export const chineseFieldMeanings: Readonly<Record<string, string>> = {
  "A `trainer` is the organisation's own (内部讲师), an `expert` comes from outside (外部专家).":
    '`trainer` 为内部讲师，`expert` 为外部专家。',
  'A certificate, valid for so many calendar months, until a day of the year, or both; without either it never expires.':
    '证书，有效若干日历月，或到一年中的某日，或两者皆有；都不填则永不失效。',
  'A code inside a subject, unique there: a competency, an item, a measure, a currency of points.':
    '对象内部的代码，在其中唯一：能力项、题目、衡量指标、积分种类。',
  'A comment, in words.': '意见，用文字说明。',
  'A completed course is enough, or a certificate of it has to be valid.':
    '学完课程即可，还是须持有有效证书。',
  'A duration in whole minutes, up to a year of them: 90 is an hour and a half.':
    '以整分钟计的时长，最长一年：90 即一个半小时。',
  'A part of the workforce (人员类别) by level, job family, department and place of work. A key that is left out stands for everybody.':
    '按层级、岗位序列、部门与工作地点划分的人员类别。不填的键代表所有人。',
  "A period in calendar days: `{ from: '2026-01-01', to: '2027-01-01' }` is the year 2026.":
    "以日历日表示的时期：`{ from: '2026-01-01', to: '2027-01-01' }` 即 2026 年。",
  'A person hired again after more days than these starts anew: what was done before does not count. Left out, it counts however long they were away.':
    '离职超过这么多天后重新入职者从头算起：先前完成的不算。不填则无论离开多久都算。',
  'A stage of a curriculum and its courses.': '课程体系的一个阶段及其课程。',
  'A strategic driver of the year: a goal, a change, a law.': '当年的业务动因：目标、变化或法规。',
  'A value with its n and unit, or why there is none, or that too few stand behind it.':
    '带有 n 与单位的值，或说明为何没有，或说明所依据的人太少。',
  'Activities of the stage beside or within its courses, with their minutes.':
    '阶段中课程之外或之内的活动，带分钟数。',
  'All evidence, counted.': '全部依据的计数。',
  'All identified needs, by what became of them.': '所识别的全部需求，按处理结果计。',
  'All weights are 10,000 together.': '全部权重合计为 10,000。',
  'An IANA time zone: `Asia/Shanghai`, `UTC`.': 'IANA 时区：`Asia/Shanghai`、`UTC`。',
  'An ISO 4217 currency: `CNY`, `USD`.': 'ISO 4217 货币代码：`CNY`、`USD`。',
  "An amount of money, zero or more: `{ minor: 12345, currency: 'CNY' }` is 123.45 yuan.":
    "金额，零或正数：`{ minor: 12345, currency: 'CNY' }` 即 123.45 元。",
  'At most four questions deep.': '最多四层问题。',
  'Below this it is not recommended, whatever the sum.': '低于此值，无论总分多少都不推荐。',
  'By policy: only a flag of this cause is cleared.': '由策略执行：只撤去这一原因的标记。',
  'Cautions for the reader, by code.': '给读者的提醒，用代码表示。',
  'Closes only if the window still ends then: what a deadline set earlier asks for.':
    '仅当窗口仍在那时结束才关闭：由较早设定的期限所要求。',
  'Competencies a need is about.': '需求所涉及的能力项。',
  'Completed again so many days before the certificate ends or fewer, the months of the new one count from that end. Left out, they count from the completion.':
    '在证书到期前这么多天以内再次完成，新证书的月份从原到期日数起。不填则从完成之日数起。',
  "Courses completed elsewhere, as the host's records say. They count like courses completed here.":
    '在别处完成的课程，以系统记录为准。与在此完成的课程同样有效。',
  'Courses that have to be completed before.': '须先完成的课程。',
  'Credit (学分) in hundredths: 150 is one and a half.': '学分，单位为百分之一学分：150 即一个半学分。',
  'Days after the due date that are tolerated.': '到期后宽限的天数。',
  'Days before the first class by which it has to be there.': '须在第一场之前多少天备齐。',
  'Days from the anchor to when it is due: −7 is a week before.': '到期日与基准日相差的天数：−7 即提前一周。',
  'Done so many days before the due day or fewer, it keeps that day: the months count from there. Left out, they count from the day it was done.':
    '在到期日前这么多天以内完成，则保留该到期日：月份从那天数起。不填则从完成之日数起。',
  'Enrolment closes this many days before the first session.': '第一场之前这么多天截止报名。',
  'Enrolment opens this many days before the first session.': '第一场之前这么多天开放报名。',
  'Equipment that is booked: resources of kind `equipment` or `platform`.':
    '所预订的设备：种类为 `equipment` 或 `platform` 的资源。',
  'Every id of both.': '两者的全部编号。',
  'Every id of the person from then on: the survivor first, then all that were merged into either of them.':
    '此人此后的全部编号：保留的编号在前，随后是并入其中任一编号的全部编号。',
  'Every so many calendar months from the first day on, until a day if one is said.':
    '从第一天起每隔若干日历月一次，可另设结束日。',
  'Everybody who is in one of the segments and holds one of the roles; an empty list is no restriction.':
    '属于其中某一人员类别且任其中某一岗位的所有人；空列表即不限。',
  'Facts that the host knew about the learner at the request.': '申请时系统所知的关于学员的事实。',
  'Fewer attended minutes than this earn no credit.': '出勤少于这些分钟不得学分。',
  'For each course, the first version that counts. Left out, every version counts.':
    '每门课程从哪个版本起算。不填则每个版本都算。',
  'From `opens` on, and before `closes`.': '从 `opens` 起，到 `closes` 之前。',
  'Gaps counted from the competence record.': '由能力记录统计的差距。',
  'How able people are; `null` where no answer was given.': '人们的能力如何；未作答则为 `null`。',
  'How difficult the task is; `null` where no answer was given.': '任务有多难；未作答则为 `null`。',
  "How far a measure is to move: `relative`, in basis points of the baseline; `percentagePoint`, in basis points added to a share; `absolute`, the value to be reached, in the measure's unit.":
    '衡量指标要变动多少：`relative`，以基线的基点计；`percentagePoint`，在比例上增加的基点；`absolute`，要达到的值，按该指标的单位。',
  'How far a trainer is with preparing, from 0 to 100.': '讲师备课的进度，0 至 100。',
  'How good the performance is; `null` where no answer was given.': '表现如何；未作答则为 `null`。',
  'How important it is; `null` where no answer was given. How important the task is; `null` where no answer was given.':
    '有多重要；未作答则为 `null`。任务有多重要；未作答则为 `null`。',
  "How it is taught: `classroom`, `liveOnline`, `blended`, `actionLearning`, or an organisation's own.":
    '授课方式：`classroom`、`liveOnline`、`blended`、`actionLearning`，或组织自定。',
  'How learners took part: how often, or how well on a scale of five.':
    '学员的参与情况：次数，或五分制上的好坏。',
  'How many are expected; no more than it holds.': '预计多少人；不超过可容纳人数。',
  'How many calendar months it is valid. Left out, it does not lapse.': '有效多少个日历月。不填则不失效。',
  'How many calendar months the certificate is valid. Left out, it ends on the day of the year, or never.':
    '证书有效多少个日历月。不填则在该日到期，或永不到期。',
  'How many criteria have to be met.': '须满足几项条件。',
  'How many of its digits are decimals, 0 to 6.': '其中小数的位数，0 至 6。',
  'How many of the courses it takes.': '需要学完几门。',
  "How many people a need is about: few enough that the sum over a year's needs is still exact.":
    '需求所涉及的人数：不至于多到使全年需求的合计失去精确。',
  'How many people it holds at once: seats of a room, licences of a platform.':
    '一次可容纳多少人：教室的座位，平台的许可数。',
  'How many people that is, if the host knows.': '共有多少人，若系统知道。',
  'How near the two are, in SKOS terms.': '两者的相近程度，用 SKOS 术语。',
  'How often it is needed, from 1 (hardly) to 5 (very).': '需要的频率，从 1（几乎不用）到 5（经常）。',
  'How often the task is done; `null` where no answer was given.': '任务多久做一次；未作答则为 `null`。',
  'In the smallest units of the currency (分, cents).': '以最小货币单位计（分）。',
  'Its identifier there: a URI, a code, a GUID.': '在对方框架中的标识：URI、代码或 GUID。',
  'Left out: an answer on a scale.': '不填：按量表作答。',
  'Left out: the question is answered on a scale.': '不填：该题按量表作答。',
  'Measured values behind the evidence.': '依据背后的测量值。',
  'No `max` is no limit.': '没有 `max` 即不设上限。',
  'Observations that point to a need.': '指向某项需求的各项观察。',
  'Of a follow-up: the period one to three months after the end of the training, in which behaviour may be asked about.':
    '跟踪评估的时期：培训结束后一至三个月，在其间可询问行为。',
  'Of a talk that follows another: the line they are in, and where it began.':
    '接续另一次对接会时：所属的系列，以及系列从何开始。',
  'Of several courses, so many that have to be completed before.': '几门课程中须先完成若干门。',
  'Of several courses, so many that have to be completed before: any of them, or two of them.':
    '几门课程中须先完成若干门：任意一门，或其中两门。',
  'Of the courses asked for, the first version that counts, where earlier ones do not.':
    '所要求的课程中，较早版本不算时，从哪个版本起算。',
  'Of these, the ids of the one that was merged: its own first.': '其中被合并者的编号，其自己的编号在前。',
  'Of those, the first version that counts, where earlier ones do not.':
    '其中较早版本不算时，从哪个版本起算。',
  'On the scale of the competency.': '按该能力项的量表。',
  'One measured number behind a piece of evidence.': '一条依据背后的一个测量值。',
  "One question of an instrument: on a scale, with one option of several or several, with options to be put in order, with words of one's own, or with a number in a unit. Free text is personal, and no figure is made of it.":
    '测评工具中的一道题：按量表、单选或多选、排序、文字，或带单位的数。文字答案是个人数据，不用来计算任何数值。',
  'One step of a curriculum, the courses it is made of, and what is done in it.':
    '课程体系中的一步：由哪些课程组成，其中做什么。',
  'Other kinds of fields that hold the same ids: `respondent` is `respondentId`, `by` every field that says who acts.':
    '存放同类编号的其他字段：`respondent` 即 `respondentId`，`by` 即说明由谁执行的各字段。',
  'Over how many offerings the cost of its design is spread.': '设计成本分摊到多少个班次。',
  'Points by rating, highest rating first. The first one reached counts.':
    '按评分给的积分，高分在前；取第一个达到的。',
  'Reminds only if the window still ends then: what a deadline set earlier asks for.':
    '仅当窗口仍在那时结束才提醒：由较早设定的期限所要求。',
  'So many of several courses are enough (任选课程), the required course among them if it is named. Left out, it is the required course alone.':
    '几门课程中学完若干门即可（任选课程）；若列出必修课程，它也算其中一门。不填则只能学必修课程。',
  'Something heard that speaks of a need.': '听到的、表明有需求的一条信息。',
  'The Kirkpatrick level of the finding, 1 to 5.': '评估发现的柯氏级别，1 至 5。',
  'The Kirkpatrick level of the objective, 1 to 5.': '目标的柯氏级别，1 至 5。',
  'The Kirkpatrick level, 0 to 5; 0 is outside the levels.': '柯氏级别，0 至 5；0 表示不属于任何一级。',
  'The Kirkpatrick level, 3 or 4.': '柯氏级别，3 或 4。',
  'The Kirkpatrick levels of the study, 1 to 5.': '评估项目的柯氏级别，1 至 5。',
  'The Kirkpatrick levels that are evaluated. Level 5 is the return on investment.':
    '要评估的柯氏级别。五级即投资回报。',
  'The action, in words.': '措施，用文字说明。',
  'The administration: one window in which an instrument is answered (问卷发放).':
    '问卷发放：作答一份测评工具的一个时间窗口。',
  'The agreed terms (协议).': '议定的条款（协议）。',
  'The aim, in words.': '目的，用文字说明。',
  'The amount that was asked for.': '所申请的金额。',
  'The amount; below 0 where a credit note, a refund or a correction takes it back.':
    '金额；因贷项通知、退款或更正而撤回时为负数。',
  'The announcement or campaign.': '通知或宣传活动。',
  'The answer for each learner.': '对每位学员的答复。',
  'The answer, a whole number on the scale of the question.': '作答，题目量表上的整数。',
  'The answers, one a question.': '作答，每题一项。',
  'The answers, people with the same ratings counted together.': '作答，评分相同的人合并计数。',
  'The approved budget, in minor units.': '已批准的预算，以最小货币单位计。',
  "The aspiration, in the person's words.": '诉求，用本人的话表述。',
  'The attendance status: present, late, left early, excused or absent.':
    '出勤状态：出席、迟到、早退、请假或缺席。',
  'The best score of the question, in marks.': '该题的满分，以分数计。',
  'The best score.': '最高分。',
  'The briefing, in words.': '交底内容，用文字说明。',
  "The calendar year an account is kept by, in the organisation's zone.": '账户所属的日历年，按组织的时区。',
  'The cap of the year, in hundredths of a credit.': '年度上限，单位为百分之一学分。',
  'The case (案例) of the course.': '课程的案例。',
  'The case in a few sentences.': '用几句话说明案例。',
  'The cases that the procedure is meant for, in words.': '该规程适用的情形，用文字说明。',
  'The cause of the cancellation.': '取消的原因。',
  'The certificate (证书).': '证书。',
  'The certificate that was awarded: for the completion, where the row tells of one.':
    '所颁发的证书：若该行提到证书，则因完成而颁发。',
  "The channel: `intranet`, `email`, `poster`, `chat`, or an organisation's own.":
    '渠道：`intranet`、`email`、`poster`、`chat`，或组织自定。',
  "The channel: `online`, `qr`, `paper`, `wechat`, or an organisation's own.":
    '渠道：`online`、`qr`、`paper`、`wechat`，或组织自定。',
  'The code of the driver in this assessment.': '该动因在本次需求评估中的代码。',
  'The code of the item.': '该物料的代码。',
  'The code of the rejection, as for a single request.': '拒绝代码，与单个申请相同。',
  'The code of the rejection, where the command was refused.': '命令被拒绝时的拒绝代码。',
  'The code of the stage.': '阶段的代码。',
  'The code of the task in the procedure.': '任务在该程序中的代码。',
  'The commitment: money promised from a plan line.': '承诺支出：从计划项目中承诺的经费。',
  'The competencies and levels that have to be reached before.': '事先须达到的能力项与等级。',
  'The competencies of the published framework.': '已发布框架的能力项。',
  'The competencies that a completion shows, each with its level.': '完成所证明的能力项，各带等级。',
  'The competencies that are needed before.': '事先须具备的能力项。',
  'The competencies the person wants to develop, by their codes.': '此人希望发展的能力项，用代码表示。',
  'The competency assessment (能力评定): one statement of one level.': '能力评定：对一个等级的一次说明。',
  'The competency framework (胜任力模型).': '胜任力模型（框架）。',
  'The competency in words.': '能力项的文字说明。',
  'The competency it strengthens, and the level people are to reach.':
    '它所加强的能力项，以及人们应达到的等级。',
  'The competency that it is a part of, by its code.': '它所属的能力项，用代码表示。',
  'The competency, by its code in the framework.': '能力项，用它在框架中的代码表示。',
  'The competency, by its code.': '能力项，用代码表示。',
  'The completed version of the course.': '所完成的课程版本。',
  'The completion rule (结业条件): the criteria for an enrolment to be completed. It is copied into every enrolment that relies on it.':
    '结业条件：报名得以完成的条件。每个以它为准的报名都会复制一份。',
  'The confidence level: 0.95 is 95 %.': '置信水平：0.95 即 95 %。',
  'The confidence of the estimator in the estimate, in basis points.': '估计者对该估计的把握程度，以基点计。',
  'The correlation of before and after, which converts one effect size into another.':
    '训前与训后的相关系数，用来在两种效应量之间换算。',
  "The cost category: `trainerFee`, `venue`, `material`, `travel`, `salary`, or an organisation's own.":
    '成本类别：`trainerFee`、`venue`、`material`、`travel`、`salary`，或组织自定。',
  'The counts for each segment of the assessment.': '需求评估中各人员类别的计数。',
  'The course (课程).': '课程。',
  'The course it counted as.': '它曾等同于的课程。',
  'The course it counts as.': '它等同于哪门课程。',
  'The course that counts.': '算数的课程。',
  'The course that is taught then: a trainer has to be qualified for it.':
    '届时讲授的课程：讲师须有讲授资格。',
  'The course that takes its place: what is asked of people is asked there, and what they complete there counts as this one.':
    '取代它的课程：对人们的要求改为要求那门课程，学完那门也算学完这门。',
  'The course to take instead, where the course of the certificate is retired.':
    '证书所属课程停用后，改学的课程。',
  'The courses of all stages.': '各阶段的全部课程。',
  'The courses of the stage.': '该阶段的课程。',
  'The courses that have to be completed before.': '须先完成的课程。',
  'The courses that the trainer may no longer teach.': '讲师不再可以讲授的课程。',
  'The courses that the trainer may teach.': '讲师可以讲授的课程。',
  'The credibility of the source; 1 is the most credible. Of several estimates from the most credible source, the lowest counts.':
    '来源的可信度；1 为最可信。最可信来源有多个估计时，取最低者。',
  'The credit earned in the year, in hundredths.': '当年所得学分，单位为百分之一学分。',
  'The credit of the grant as it should have been, in hundredths; 0 is none.':
    '该授予应有的学分，单位为百分之一学分；0 即没有。',
  'The credit taken back, in hundredths: 150 is one and a half.':
    '撤回的学分，单位为百分之一学分：150 即一个半学分。',
  'The credit that everybody is to earn in a calendar year, in hundredths.':
    '每人每个日历年应获得的学分，单位为百分之一学分。',
  'The credit that was not given, in hundredths.': '未给予的学分，单位为百分之一学分。',
  'The criteria at that time.': '当时的各项条件。',
  'The criteria of the screening, each with its weight and score.': '筛选的标准，各带权重与得分。',
  'The criteria on which it stayed below what each asks at least.': '未达到各自最低要求的标准。',
  'The criteria that were met, each with the number asked for and the number reached.':
    '已满足的条件，各带要求的数与达到的数。',
  'The criteria.': '各项条件。',
  'The criterion, by its code: `coursesCompleted`.': '条件，用代码表示：`coursesCompleted`。',
  'The currency, where the value is money.': '值为货币时的币种。',
  'The day after the last one.': '时期最后一天的次日。',
  'The day by which it is to be done.': '须完成的日期。',
  'The day by which the milestone is due.': '里程碑到期的日期。',
  'The day by which the milestone was due.': '里程碑原定到期的日期。',
  'The day by which the objective is to be reached.': '须达到该目标的日期。',
  'The day of the first award. A renewal keeps it.': '首次颁发的日期。续证时不变。',
  'The day of the payment.': '付款的日期。',
  'The day on which the milestone was reached.': '达成里程碑的日期。',
  'The days before the first session on which the prework is sent.': '第一场之前多少天发送预习资料。',
  'The days until it is due.': '到期前的天数。',
  'The decision, or the next question, below `atLeast`.': '低于 `atLeast` 时的判定，或下一个问题。',
  'The decision, or the next question, from `atLeast` on.': '达到 `atLeast` 时的判定，或下一个问题。',
  'The department (部门), by its code.': '部门，用代码表示。',
  'The publication: `2026`, or `2026-plant`.': '此次发布：`2026`，或 `2026-plant`。',
  'The published figures. They never change but by a restatement.': '已发布的数字，仅随重述而改变。',
  'The zone in which the days of the period begin.': '统计期各日以此时区起算。',
  "`completionReassessed`, `attendanceCorrected`, `deliveryCorrected`, `offeringVoided`, `costTakenBack`, or an organisation's own.":
    '`completionReassessed`、`attendanceCorrected`、`deliveryCorrected`、`offeringVoided`、`costTakenBack`，或组织自定。',
  'The place of work (工作地点): a site or an office, by its code.': '工作地点：厂区或办公室，用代码表示。',
  'The place of work of the learner at the time of the request, by its code.':
    '申请时学员的工作地点，用代码表示。',
  'The department of the learner at the time of the request, by its code.':
    '申请时学员所在部门，用代码表示。',
  'The department that is responsible, by its code.': '负责的部门，用代码表示。',
  'The department that provides it, by its code.': '提供它的部门，用代码表示。',
  "The department that sees to it: `operations`, `administration`, `it`, `finance`, or an organisation's own.":
    '负责办理的部门：`operations`、`administration`、`it`、`finance`，或组织自定。',
  'The development aspiration (发展诉求).': '发展诉求。',
  'The difficulty, from 1 (hardly) to 5 (very).': '难度，从 1（几乎不难）到 5（很难）。',
  'The drivers of the year that the need answers, by their codes.': '需求所回应的当年业务动因，用代码表示。',
  'The drivers of the year, each with the needs that answer it.': '当年的业务动因，各带回应它的需求。',
  'The drivers that the need answers, by their codes.': '该需求所回应的动因，用代码表示。',
  'The due day.': '到期日。',
  'The due instant by the plan of the series, before the review was moved.':
    '对接会改期之前，按该系列计划的到期时刻。',
  "The effect size of the differences (Cohen's d_z).": '差值的效应量（Cohen d_z）。',
  "The employment of the learner, as the host's staff records say. Left out, employment is not checked.":
    '学员的任职情况，以系统的人事记录为准。不填则不检查任职。',
  'The end of the enrolment after the correction; `cancelled` where the offering never was.':
    '更正之后报名的结束；班次从未成立时为 `cancelled`。',
  'The end of the enrolment before the correction.': '更正之前报名的结束。',
  'The end of the enrolment before the correction: when it was closed, or completed.':
    '更正之前报名的结束：何时结算或完成。',
  'The end of the enrolment.': '报名的结束方式。',
  'The enrolment and its end.': '报名及其结束。',
  'The evaluation of the offering (评估模板).': '班次的评估（评估模板）。',
  'The event that led to the suggestion: a hire or a new role.': '引出该建议的事件：入职或新岗位。',
  'The evidence behind the need, counted.': '该需求背后的依据，计数。',
  'The evidence in a few sentences.': '用几句话说明该依据。',
  'The evidence that shows the need.': '表明该需求的依据。',
  'The expense claim (费用报销).': '费用报销。',
  'The expert who confirmed the decisions.': '确认这些判定的专家。',
  'The fact that shows it was reached: every class of the program was held.':
    '表明已达成的事实：项目的每个班次都已授课。',
  'The fewest learners with which it takes place.': '开班所需的最少学员数。',
  'The fewest learners with which the offering takes place.': '班次开班所需的最少学员数。',
  'The field: `endedAt`, `serial`.': '字段：`endedAt`、`serial`。',
  'The figure, by its code, which no other figure of the report has.': '该数值的代码，在本报告中唯一。',
  'The figures of the report. They never change.': '报告的数值，永不改变。',
  'The figures that the finding rests on, as they were.': '评估发现所依据的数值，以当时为准。',
  'The finding of the study (评估发现).': '评估发现。',
  'The fingerprint of scales, competencies and roles.': '量表、能力项与岗位的指纹。',
  'The fingerprint of the data that the figures were computed from.': '计算这些数值所依据数据的指纹。',
  'The fingerprint of the figures.': '这些数值的指纹。',
  'The fingerprint of the report that this one replaces.': '本报告所替换的那份报告的指纹。',
  'The fingerprint of the report.': '报告的指纹。',
  'The first class begins, or the last class ends.': '第一场开始，或最后一场结束。',
  'The first day of employment.': '任职的第一天。',
  'The first day of the period.': '时期的第一天。',
  'The first day of the window: `01-01`.': '窗口的第一天：`01-01`。',
  "The first day on which the scheme holds, in the organisation's zone.":
    '积分方案生效的第一天，按组织的时区。',
  "The first day on which these terms hold, in the organisation's zone.":
    '这些条款生效的第一天，按组织的时区。',
  'The first day: what was completed from then on counts.': '第一天：从此以后完成的才算。',
  'The first due instant of the series. Months are counted from it, so a 31st comes back after a 30th.':
    '该系列第一次到期的时刻。按它数月份，因此 31 日在 30 日之后仍会回到 31 日。',
  'The first instant at which it no longer holds.': '不再有效的最初时刻。',
  'The first instant at which responses are no longer taken.': '从此刻起不再接收作答。',
  'The first instant at which the assessment is no longer valid.': '评定不再有效的最初时刻。',
  'The first instant at which the certificate is no longer valid. Left out, it never expires.':
    '证书不再有效的最初时刻。不填则永不失效。',
  'The first instant at which the renewed certificate is no longer valid.': '续发的证书不再有效的最初时刻。',
  'The first instant at which they no longer hold.': '不再生效的最初时刻。',
  'The first instant of the follow-up: one month after the end for level 3, three for level 4.':
    '跟踪评估的最初时刻：三级为结束后一个月，四级为三个月。',
  'The first session they take part in: they are measured from its start on.':
    '其参加的第一个场次：从该场开始起算。',
  'The first version of the course that counts.': '该课程从哪个版本起算。',
  'The first version of the prerequisite course that counts.': '先修课程从哪个版本起算。',
  'The forms of the procedure: enrolment, materials and evaluation.': '该规程的各种表单：报名、物料与评估。',
  'The grant of points or credit, unique among all grants.': '积分或学分的授予，在所有授予中唯一。',
  'The grants for completing the course.': '完成课程所得的授予。',
  'The greatest answer, as a number of whole units.': '最大答案，以整单位计。',
  'The ground of a certificate.': '颁发证书的依据。',
  'The ground of the waiver: the learner showed the ability, holds an equivalent, or an administrator decided.':
    '免除的依据：学员已表现出该能力、持有同等资格，或由管理员决定。',
  'The ground of the waiver: the learner tested out, holds an equivalent, or an administrator decided.':
    '免除的依据：学员通过测试、持有同等资格，或由管理员决定。',
  'The group in which the unit was; left out, the group that was recorded.':
    '该单元所在的组；不填则为已记录的组。',
  'The group of the numbers: people who were trained, or the group for comparison.':
    '这些数所属的组：受训者，或用于对比者。',
  'The group: people who were trained (`treated`), or people to compare with (`control`).':
    '所属的组：受训者（`treated`），或用于对比者（`control`）。',
  'The highest answer.': '最高一档。',
  'The highest rating.': '最高评分。',
  'The hours in which somebody who moves up accepts the seat (候补录取确认). Left out, the seat is theirs at once.':
    '候补录取者确认名额的小时数（候补录取确认）。不填则立即得到名额。',
  'The id of that thing.': '该对象的编号。',
  'The id of the first review of the series.': '该系列第一次对接会的编号。',
  'The id that is read as the survivor.': '今后按保留的编号读取的那个编号。',
  'The id that stays: everything is read under it.': '保留的编号：今后一切都以它读取。',
  'The import this belongs to.': '它所属的导入。',
  'The importance for the role, from 1 (hardly) to 5 (very).':
    '对该岗位的重要性，从 1（几乎不）到 5（很重要）。',
  'The improvement (改进措施) that answers a finding.': '针对评估发现的改进措施。',
  'The improvement of an evaluation that it answers.': '它所回应的评估改进措施。',
  'The improvement of an evaluation that this answers.': '它所回应的评估改进措施。',
  'The incident (突发问题), unique in its offering.': '突发问题，在其班次中唯一。',
  'The incident, in words.': '突发问题，用文字说明。',
  "The industry that the case comes from (行业案例), by its code. Left out, it is the organisation's own.":
    '案例所来自的行业，用代码表示。不填则为组织自己的案例。',
  'The instant at which it was so, as the person who reports it says: `2026-03-01T09:00:00.000Z`.':
    '事情发生的时刻，以报告人所述为准：`2026-03-01T09:00:00.000Z`。',
  'The instant at which the appointment ends. Left out, it has no end.': '聘任结束的时刻。不填则没有结束日。',
  "The instant at which the attempt was made. Left out, the enrolment's end.":
    '该次考试的时刻。不填则为报名结束时刻。',
  'The instant at which the enrolment ended.': '报名结束的时刻。',
  'The instant at which the follow-up is due.': '跟踪评估到期的时刻。',
  'The instant at which the incident was reported.': '报告突发问题的时刻。',
  'The instant at which the last criterion was met, of who now completed it. Left out, the end is as before.':
    '对现在算作完成者，最后一项条件得以满足的时刻。不填则结束时刻不变。',
  'The instant at which the last session ended. Follow-ups are counted from it.':
    '最后一个场次结束的时刻。跟踪评估从此数起。',
  'The instant at which the learner had the seat. Left out, the end.':
    '学员取得名额的时刻。不填则同结束时刻。',
  'The instant at which the level was shown. Left out in a command, it is `at`.':
    '表现出该等级的时刻。命令中不填则为 `at`。',
  'The instant at which the next session begins.': '下一场次开始的时刻。',
  'The instant at which the session began.': '场次实际开始的时刻。',
  'The instant at which the session begins.': '场次开始的时刻。',
  'The instant at which the session ended.': '场次实际结束的时刻。',
  'The instant at which the session ends.': '场次结束的时刻。',
  'The instant at which the session was to begin.': '场次原定开始的时刻。',
  'The instant at which the session was to end.': '场次原定结束的时刻。',
  'The instant at which the slot begins.': '占用时段开始的时刻。',
  'The instant at which the slot ends. It is not part of the slot.': '占用时段结束的时刻，不含该时刻。',
  'The instant at which the training ended.': '培训结束的时刻。',
  'The instant at which the validity ended.': '有效期结束的时刻。',
  'The instant at which the validity ended. An earlier or renewed validity changes nothing.':
    '有效期结束的时刻。更早的或已续的有效期不改变任何事。',
  'The instant at which the validity ends.': '有效期结束的时刻。',
  'The instant by which the review is due.': '对接会到期的时刻。',
  'The instant by which the task is due.': '任务到期的时刻。',
  'The instant by which the task was due.': '任务原定到期的时刻。',
  'The instant from which responses are taken.': '开始接收作答的时刻。',
  'The instant from which seats may be requested.': '可以申请名额的开始时刻。',
  'The instant from which the certificate is valid.': '证书开始有效的时刻。',
  'The instant from which the learner takes part, where the class was under way already.':
    '班次已在进行时，学员从此刻起参加。',
  'The instant from which the terms hold.': '条款开始生效的时刻。',
  'The instant in the data of the command, where it has one.': '命令数据中的时刻，若有。',
  'The instant until which a late response is taken. It is marked as late.':
    '接收迟交作答的截止时刻。迟交会被标记。',
  'The instant until which a withdrawal is not late.': '在此刻之前退训不算迟。',
  'The instant until which seats may be requested.': '可以申请名额的截止时刻。',
  'The instant until which the offer could be accepted.': '可以接受该名额的截止时刻。',
  'The instant until which the offer may be accepted.': '可以接受该名额的截止时刻。',
  'The instrument used at each level.': '各级所用的测评工具。',
  'The instrument: a questionnaire, a test or a rating (测评工具).': '测评工具：问卷、测验或评定表。',
  'The instruments of the evaluation.': '评估所用的测评工具。',
  'The instruments that the study uses when an offering is over.': '班次结束时评估项目所用的测评工具。',
  'The interval, where the value is an estimate.': '区间，当该值为估计时。',
  'The invoice whose cost is taken back, or a part of it.': '其成本被全部或部分撤回的发票。',
  "The job family (岗位序列): `technical`, `sales`, `corporateFunctions`, or an organisation's own.":
    '岗位序列：`technical`、`sales`、`corporateFunctions`，或组织自定。',
  'The job family of the learner at the time of the request, by its code.':
    '申请时学员所属岗位序列，用代码表示。',
  "The kind of development: `trainTheTrainer`, `coaching`, `microTeaching`, `classObservation`, or an organisation's own.":
    '培养方式：`trainTheTrainer`、`coaching`、`microTeaching`、`classObservation`，或组织自定。',
  'The kind of incident, by its code. Left out, every kind.': '突发问题的种类，用代码表示。不填则为每一种。',
  "The kind of incident: `scheduleConflict`, `annualLimit`, `equipment`, `discipline`, `trainer`, `venue`, `platform`, or an organisation's own.":
    '突发问题的种类：`scheduleConflict`、`annualLimit`、`equipment`、`discipline`、`trainer`、`venue`、`platform`，或组织自定。',
  "The kind of instrument: `survey`, `test`, `practical`, `caseAnalysis`, `observation`, `interview`, or an organisation's own.":
    '测评工具的种类：`survey`、`test`、`practical`、`caseAnalysis`、`observation`、`interview`，或组织自定。',
  'The kind of interaction that was recorded.': '所登记互动的种类。',
  'The kind of interaction.': '互动的种类。',
  "The kind of interaction: `question`, `discussion`, `exercise`, or an organisation's own.":
    '互动的种类：`question`、`discussion`、`exercise`，或组织自定。',
  "The kind of offering: `course`, `knowledgeSharing`, or an organisation's own.":
    '班次的种类：`course`、`knowledgeSharing`，或组织自定。',
  "The kind of program: `onboarding`, `leadership`, `compliance`, or an organisation's own.":
    '项目的种类：`onboarding`、`leadership`、`compliance`，或组织自定。',
  'The kind of subject that has the ids, as tags name it: `learner`.':
    '拥有这些编号的对象种类，与标签中的名称相同：`learner`。',
  "The kind of thing to prepare: `manual`, `slides`, `questionnaire`, `certificate`, `projector`, `seatAllocation`, `refreshments`, `platformRehearsal`, `travel`, `accommodation`, or an organisation's own.":
    '要准备的物品种类：`manual`、`slides`、`questionnaire`、`certificate`、`projector`、`seatAllocation`、`refreshments`、`platformRehearsal`、`travel`、`accommodation`，或组织自定。',
  'The kind of thing: `course`, `trainer`, `program`, `organisation`, or another.':
    '对象的种类：`course`、`trainer`、`program`、`organisation` 或其他。',
  "The kind: `knowledge`, `skill`, `attitude`, or an organisation's own.":
    '种类：`knowledge`、`skill`、`attitude`，或组织自定。',
  'The kinds of criteria that are waived.': '所免除条件的种类。',
  'The kinds of criteria that were not met.': '未满足的条件的种类。',
  'The last day it holds; for good without one.': '有效的最后一天；没有则一直有效。',
  'The last day of employment. Left out, it has no end.': '任职的最后一天。不填则没有结束日。',
  'The last day of the window: `03-31`.': '窗口的最后一天：`03-31`。',
  'The last day on which completing it still counts; classes that were scheduled go on. Left out, it counts whenever it is done.':
    '学完仍然算数的最后一天；已排定的班次照常进行。不填则何时学完都算。',
  'The last day on which it recurs. Left out, it has no end.': '重复的最后一天。不填则没有结束日。',
  'The last day that counts.': '算数的最后一天。',
  'The last day that counts. Left out, it has no end.': '算数的最后一天。不填则没有结束日。',
  'The last instant of the follow-up: three months after the end for level 3, twelve for level 4.':
    '跟踪评估的最后时刻：三级为结束后三个月，四级为十二个月。',
  'The last instant of the period whose points expire.': '积分到期的那一时期的最后时刻。',
  'The last valid day, as a day of the year: the first one that is not before the months are over, or the day it was earned.':
    '最后有效日，以一年中的某日表示：月数届满当日或之后的第一个这样的日子，或取得之日。',
  'The latest measured gaps of each segment.': '各人员类别最近一次测得的差距。',
  'The learner (学员) it is about.': '所涉及的学员。',
  "The learner's current levels, read from the competence record.": '学员当前的等级，读自能力记录。',
  "The learner's expectations, in words.": '学员的期望，用文字说明。',
  'The learners, in the order drawn.': '学员，按抽签先后。',
  'The learners, in the order in which seats are given; a learner who is named twice is refused the second time.':
    '学员，按给名额的先后列出；同一学员第二次出现会被拒绝。',
  "The least weighted mean, as a share of the scale; the organisation's setting where it is not said.":
    '最低加权均值，以量表的份额表示；未说明则取组织的设置。',
  'The level at which a need shows: the organisation, the task or the person.':
    '需求显现的层面：组织、任务或个人。',
  'The level in words.': '等级的文字说明。',
  "The level of people (层级): `newHire`, `keyContributor`, `manager`, or an organisation's own.":
    '人员层级：`newHire`、`keyContributor`、`manager`，或组织自定。',
  'The level of the learner at the time of the request, by its code.': '申请时学员的层级，用代码表示。',
  'The level that a role requires in one competency.': '岗位在一个能力项上要求的等级。',
  'The level that people are to reach.': '人们应达到的等级。',
  'The level that the role requires.': '该岗位要求的等级。',
  'The level the instrument is used at, 1 to 5.': '使用该测评工具的级别，1 至 5。',
  'The level, 1 to 5.': '级别，1 至 5。',
  'The level, on the scale of the competency.': '等级，按该能力项的量表。',
  'The levels of the scale.': '量表的各等级。',
  'The levels that they lack, added up.': '他们所缺等级的合计。',
  'The liaison review (业务对接会): one talk with a unit.': '业务对接会：与一个单位的一次沟通。',
  'The liaison review that the evidence comes from.': '依据所来自的对接会。',
  'The line of the plan (计划项目).': '计划项目。',
  'The local day of the session.': '场次的当地日期。',
  'The lower end of the interval.': '区间下端。',
  'The lowest answer.': '最低一档。',
  'The lowest rating.': '最低评分。',
  'The lowest score.': '最低分。',
  'The materials that have to be there (物料清单).': '须备齐的物料（物料清单）。',
  'The matrix whose row it is: several questions on one scale, asked as one table.':
    '它所属的矩阵：同一量表的几道题，作为一张表提问。',
  'The mean rating from which the answer is `yes`.': '从该平均评分起，答案为 `yes`。',
  'The mean rating that is asked about.': '所问的平均评分。',
  'The measure, by its code: `errorRate`.': '衡量指标，用代码表示：`errorRate`。',
  'The measured value, in `unit`.': '测量值，单位见 `unit`。',
  'The method by which the effect of training is separated from other influences.':
    '把培训的作用与其他影响分开的方法。',
  'The method of the interval, by its code.': '区间的计算方法，用代码表示。',
  'The metric, by its id in the catalog.': '指标，用它在目录中的编号表示。',
  'The milestone (里程碑) of the program.': '项目的里程碑。',
  'The minimum group size.': '最小样本量。',
  'The minimum group size: no report shows a figure about fewer people.':
    '最小样本量：任何报告都不显示少于该人数的数值。',
  'The minutes attended, over all sessions.': '各场次合计的出勤分钟数。',
  'The minutes for one credit: 45 or 60.': '一个学分对应的分钟数：45 或 60。',
  'The minutes of all sessions of the seat.': '该名额全部场次的分钟数。',
  'The minutes of all sessions.': '全部场次的分钟数。',
  'The minutes that have to lie between two slots, to set up or to travel.':
    '两个占用时段之间必须留出的分钟数，用于布置或路途。',
  'The minutes that the learner attended. Left out, nobody knows, and no hours are counted.':
    '学员出勤的分钟数。不填则无人知晓，也不计学时。',
  "The modality: `classroom`, `liveOnline`, `blended`, `actionLearning`, `virtualReality`, `selfPaced`, or an organisation's own.":
    '授课方式：`classroom`、`liveOnline`、`blended`、`actionLearning`、`virtualReality`、`selfPaced`，或组织自定。',
  'The module of the course, by its code.': '课程的模块，用代码表示。',
  'The modules of the course, by their codes.': '课程的模块，用代码表示。',
  'The modules of the course, in the order they are taught.': '课程的各模块，按讲授先后。',
  'The most attempts at the test. Left out, there is no limit.': '测验的最多考试次数。不填则不限。',
  'The most credit for one offering, in hundredths.': '一个班次最多可得的学分，单位为百分之一学分。',
  'The most credit in a calendar year, in hundredths.': '一个日历年内最多可得的学分，单位为百分之一学分。',
  'The most credit in that year, in hundredths, by the scheme in force.':
    '当年最多可得的学分，单位为百分之一学分，以现行方案为准。',
  'The most decimals an answer may have, 0 to 6.': '答案最多几位小数，0 至 6。',
  'The most options that may be chosen. Left out, all of them.': '最多可选几个选项。不填则可全选。',
  'The most points that go on to the next year. Left out, all of them.':
    '最多可转入下一年的积分。不填则全部转入。',
  'The most seats for the segment.': '该人员类别最多可占的名额。',
  'The most that the line may cost.': '该计划项目的费用上限。',
  'The name of the import, one for all its commands: `lms-2026`.':
    '导入的名称，其全部命令共用一个：`lms-2026`。',
  'The needs assessment (需求评估): one cycle.': '需求评估：一个周期。',
  'The needs assessment that the observations are evidence for.': '以这些观察为依据的需求评估。',
  'The needs of the segment.': '该人员类别的需求。',
  'The needs that answer the driver.': '回应该动因的需求。',
  'The needs that the line answers.': '该计划项目所回应的需求。',
  'The needs that training can meet, in order of rank.': '培训能够满足的需求，按排名列出。',
  'The needs that training can meet.': '培训能够满足的需求。',
  'The needs that training does not meet.': '培训不能满足的需求。',
  'The needs that were dismissed.': '不予采纳的需求。',
  'The next due day, where the milestone recurs.': '下一个到期日，若里程碑周期重复。',
  'The number as a whole number of its last decimal: 3.5 with one decimal is 35.':
    '数值，按最后一位小数化为整数：一位小数的 3.5 记为 35。',
  'The number at the level of the organisation.': '组织层面的条数。',
  'The number at the level of the person.': '个人层面的条数。',
  'The number at the level of the task.': '任务层面的条数。',
  'The number of changes to the session: the SEQUENCE of its calendar entry.':
    '场次变更的次数：其日历条目的 SEQUENCE。',
  'The number of decimals in `value`. Left out, there are none.': '`value` 的小数位数。不填则没有小数。',
  'The number of enrolled learners.': '已报名的学员数。',
  'The number of items.': '物料的数量。',
  'The number of needs of today.': '现在的需求数。',
  'The number of needs that are requested.': '员工提出的需求数。',
  'The number of needs that are required.': '必须满足的需求数。',
  'The number of needs that are to come.': '未来的需求数。',
  'The number of observations behind the value.': '该值所依据的观测数。',
  'The number of offerings over which the design cost is spread.': '分摊设计成本的班次数。',
  'The number of people in the room; 1,000,000 where nobody said how many it holds.':
    '场地内的人数；没有人说明可容纳多少时为 1,000,000。',
  'The number of people in those needs.': '这些需求涉及的人数。',
  'The number of people invited.': '受邀人数。',
  'The number of people on the platform; 1,000,000 where nobody said how many it holds.':
    '平台上的人数；没有人说明可容纳多少时为 1,000,000。',
  'The number of people or observations behind the value. The number of people behind the value.':
    '该值所依据的人数或观测数。该值所依据的人数。',
  'The number of people that the places of each session hold, as known when they were booked.':
    '各场次所用地点可容纳的人数，以预订时所知为准。',
  'The number of people that the places of the session hold, as known when they were booked.':
    '该场次所用地点可容纳的人数，以预订时所知为准。',
  'The number of people the finding is about.': '评估发现所涉及的人数。',
  'The number of people the need is about.': '需求所涉及的人数。',
  'The number of people who are to be trained.': '要培训的人数。',
  'The number of people who gave exactly these ratings.': '给出完全相同评分的人数。',
  'The number of people who have seen it.': '看过的人数。',
  'The number of people who responded.': '作答的人数。',
  'The number of points spent.': '花掉的积分数。',
  'The number of points taken back.': '撤回的积分数。',
  'The number of points that expired.': '过期的积分数。',
  'The number of points that the learner keeps.': '学员保留的积分数。',
  'The number of points that the learner loses.': '学员失去的积分数。',
  'The number of points to spend.': '要花的积分数。',
  'The number of points.': '积分数。',
  'The number of role holders who were never assessed.': '从未评定过的任岗人数。',
  'The number of role holders whose last assessment is no longer valid.': '最近一次评定已失效的任岗人数。',
  'The number of role holders whose level is known and valid.': '等级已知且有效的任岗人数。',
  'The number of rows that were taken in.': '已导入的行数。',
  'The number of seats. Left out, there is no limit.': '名额数。不填则不设上限。',
  'The number of the attempt that is put right; 1 is the first.': '所更正的是第几次考试；1 为第一次。',
  'The number of the attempt; 1 is the first.': '第几次考试；1 为第一次。',
  "The number of the credit note, unlike any invoice's: of the paper that takes it back.":
    '贷项通知单（冲回凭据）的号码，不与任何发票重复。',
  'The number of the invoice that was posted, or of the credit note that was wrong.':
    '已入账发票的号码，或有误的贷项通知单的号码。',
  'The credit note that was wrong and is taken back itself, or a part of it: the cost counts again.':
    '有误而被全部或部分冲回的贷项通知单：该费用重新计入。',
  "The number of the invoice, or of the credit note. It is posted once, across all plans; put the provider's id before a provider's own number.":
    '发票或贷项通知单的号码。在所有计划中只入账一次；供应商自己的号码前请加上供应商编号。',
  "The number of the invoice. It is posted once, across all plans; put the provider's id before a provider's own number.":
    '发票的号码。在所有计划中只入账一次；供应商自己的号码前请加上供应商编号。',
  'The number of the level; a higher number is a higher proficiency.': '等级的序号；序号越大，水平越高。',
  'The number of the paper. It is claimed once, across all plans.': '票据的号码。在所有计划中只能报销一次。',
  'The number of the paper. It may be claimed again.': '票据的号码，可再次报销。',
  'The number of the published version: 1, then 2.': '已发布版本的序号：先 1，后 2。',
  'The number of the revision; 1 is the first.': '修订的序号；1 为第一次。',
  'The number of the row in the table it comes from.': '在来源表中的行号。',
  'The number of the scheme: 1, then 2.': '积分方案的序号：先 1，后 2。',
  'The number of those who are below the required level.': '低于要求等级的人数。',
  'The number of times it was seen.': '看到的次数。',
  'The number that was asked for.': '要求的数。',
  'The number that was reached.': '达到的数。',
  'The objective of the program (项目目标).': '项目目标。',
  'The objectives that answer the need.': '回应该需求的项目目标。',
  'The observation as it was recorded.': '原先登记的观察。',
  'The observation as it was. Left out, there was none.': '原先的观察。不填则原先没有。',
  'The observation, in words.': '该观察，用文字说明。',
  'The observation: a count, or a rating from 1 to 5.': '该观察：次数，或 1 至 5 的评分。',
  "The occasion: `hired`, `promotion`, `transfer`, or an organisation's own.":
    '契机：`hired`、`promotion`、`transfer`，或组织自定。',
  'The offering (班次): one run of a course version.': '班次：一个课程版本的一次开办。',
  'The offering that the learner transfers from.': '学员从哪个班次转出。',
  'The offering that the learner transfers to.': '学员转入的班次。',
  'The offering that the schedule clashes with.': '排课与之冲突的班次。',
  "The offering. Another system's class, or an id of one's own where it knew none: one learner has one enrolment in it.":
    '班次。另一系统的班级；对方没有时用自拟编号：一位学员在其中只有一个报名。',
  'The one person who answers for the work (A).': '对该项工作负责的唯一一人（A）。',
  'The open commitments, in minor units.': '尚未结清的承诺支出，以最小货币单位计。',
  'The open question, by its code in the instrument.': '开放题，用它在测评工具中的代码表示。',
  'The option that was chosen.': '所选的选项。',
  'The options of the metric, where they are not its defaults.': '指标的选项，凡不是默认值者。',
  'The options that were chosen. None is an answer too. The options in their order, the best first. Those that are left out were not ranked.':
    '所选的各个选项，一个都不选也是作答。排序题则按先后列出，最好的在前；未列出的即未排序。',
  'The options under which the figure was computed.': '计算该数值所用的选项。',
  'The options, by their codes.': '各选项，用代码表示。',
  'The order of the quadrants, the most urgent first. The order of the training decisions, the most urgent first.':
    '各象限的先后，最紧急的在前。各训练判定的先后，最紧急的在前。',
  'The order of the waitlist (候补规则): first come, by priority, by lottery; `none` keeps no waitlist.':
    '候补规则：先到先得、按优先级或抽签；`none` 不设候补。',
  'The other framework: `ESCO`, `O*NET`, `CASE`, or another.': '对方框架：`ESCO`、`O*NET`、`CASE` 或其他。',
  'The outcome of the tests; `none` where no test was taken.': '测验的结果；没有参加测验则为 `none`。',
  'The outcome, in words.': '结果，用文字说明。',
  "The owner there: `operations`, `trainer`, `administration`, or an organisation's own.":
    '该部门的负责角色：`operations`、`trainer`、`administration`，或组织自定。',
  'The part of the commitment that this cost used up, in minor units.':
    '该成本所用掉的承诺支出部分，以最小货币单位计。',
  'The part of the same grant that they kept when it was taken back, for it was gone: it is not earned twice.':
    '撤回同一授予时因已用掉而由其保留的部分：不会再得一次。',
  'The part that the cap of the year cut off.': '超出年度上限而被截去的部分。',
  'The part that was spent or had expired before: it is not taken from what was earned since.':
    '先前已花掉或已过期的部分：不从此后获得的里面扣。',
  'The people who are asked before (C).': '事先要征求意见的人（C）。',
  'The people who are to be trained.': '要培训的人员。',
  'The people who are told afterwards (I).': '事后要知会的人（I）。',
  'The people who are told.': '被知会的人。',
  'The people who do the work (R).': '做这项工作的人（R）。',
  'The people who support the work (S).': '支持这项工作的人（S）。',
  'The people who took part in the review.': '参加对接会的人。',
  'The person of the business who confirms the fit.': '业务方确认适用的人。',
  'The person who admits them; never the learner.': '登记其入册的人；绝不是学员本人。',
  'The person who answers for the course.': '对课程负责的人。',
  'The person who answers for the program.': '对该项目负责的人。',
  "The person who answers for the study's improvements.": '对该评估项目的改进措施负责的人。',
  'The person who answers for the work (A). There has to be exactly one.':
    '对该项工作负责的人（A）。必须恰好一人。',
  'The person who answers.': '作答的人。',
  'The person who appoints the trainer.': '聘任讲师的人。',
  'The person who approved the request, where an approval is required; never the learner.':
    '在需要批准时批准该申请的人；绝不是学员本人。',
  'The person who approves it.': '批准它的人。',
  'The person who approves the repayment.': '批准付还的人。',
  'The person who asks for more money.': '申请追加经费的人。',
  'The person who assessed it.': '进行评定的人。',
  'The person who awards the recognition.': '授予表彰的人。',
  'The person who declines the request.': '拒绝该申请的人。',
  'The person who drafts the plan.': '起草计划的人。',
  'The person who estimates.': '进行估计的人。',
  'The person who grants the increase.': '批准追加的人。',
  'The person who is responsible for the improvement.': '对该改进措施负责的人。',
  'The person who paid and asks for the money back.': '已付款并申请报销的人。',
  'The person who proposes the program.': '提出该项目的人。',
  'The person who proposes the trainer.': '提名讲师的人。',
  'The person who puts it right. Left out, it follows from a completion that was judged anew.':
    '更正的人。不填则随完成状态的重新判定而来。',
  'The person who puts it right; never who it is about.': '更正的人；绝不是所涉及的本人。',
  'The person who rates the resource.': '评价该资源的人。',
  'The person who refuses the claim.': '拒绝该报销的人。',
  'The person who refuses the request.': '拒绝该申请的人。',
  'The person who reopens the plan.': '重新打开计划的人。',
  'The person who screens the provider.': '筛选该供应商的人。',
  'The person who sends it back for changes.': '退回修改的人。',
  'The person who speaks for the unit.': '代表该单位发言的人。',
  'The person who submits it.': '提交的人。',
  'The person who took the cost back.': '撤回该成本的人。',
  'The person who waives; never the learner.': '免除的人；绝不是学员本人。',
  'The person who writes it.': '撰写的人。',
  'The person, where it is somebody of the organisation: whose points they are, and who may not rate it.':
    '此人，若是组织内部的人：积分归其所有，且不得评价该资源。',
  'The piece of evidence, unique in its needs assessment.': '该条依据，在其需求评估中唯一。',
  'The piece of trainer development (讲师培养).': '该项讲师培养。',
  'The pieces of evidence about the segment.': '关于该人员类别的依据条数。',
  'The pieces of evidence, counted by level of analysis.': '各条依据，按分析层面计数。',
  'The pieces of evidence, counted by source.': '各条依据，按来源计数。',
  'The place on the waitlist; 1 is the first.': '候补名单上的位置；1 为第一位。',
  'The points (积分) that a completion gives.': '完成所得的积分。',
  'The points for each session held.': '每讲授一个场次的积分。',
  'The points for each session of a knowledge-sharing offering (知识分享会), beside the others.':
    '知识分享会每个场次的积分，另计。',
  'The points for each whole hour taught.': '每讲授一整小时的积分。',
  'The points for it.': '达到后所得的积分。',
  'The position of the learner at the time of the request, by its code.': '申请时学员的岗位，用代码表示。',
  'The posted costs, in minor units.': '已入账的成本，以最小货币单位计。',
  'The prework (预习资料): reading before the first session.': '预习资料：第一场之前的阅读。',
  "The price of a seat, counted against the learner's allowance.": '名额的价格，从学员的额度中扣除。',
  'The price of the seat.': '名额的价格。',
  'The price: an amount for each unit.': '价格：每个单位的金额。',
  'The priority on a waitlist by priority; the higher, the sooner. Left out, it is 0.':
    '按优先级候补时的优先级；越高越先。不填则为 0。',
  'The procedure that the task comes from (标准作业程序).': '任务所来自的标准作业程序。',
  'The proficiency scale of the competency, by its code.': '该能力项的等级量表，用代码表示。',
  'The proficiency scale, by its code.': '等级量表，用代码表示。',
  'The promise this cost makes good, if there was one.': '该成本所兑现的承诺支出，若有。',
  'The provider, the trainer or the venue that is paid.': '收款的供应商、讲师或场地。',
  'The published figures. They never change.': '已发布的数值，永不改变。',
  'The published version of the framework.': '框架的已发布版本。',
  'The purpose for which the instrument is used.': '使用该测评工具的用途。',
  'The purpose of the questions.': '提问的用途。',
  'The pursued needs, by horizon.': '予以推进的需求，按时间范围计。',
  'The pursued needs, by origin.': '予以推进的需求，按来由计。',
  'The quadrant, or what was decided about the task.': '象限，或对该任务的判定。',
  "The qualification level, by its code: `junior`, `senior`, or an organisation's own.":
    '资格等级，用代码表示：`junior`、`senior`，或组织自定。',
  'The quality, from 1 (poor) to 5 (very good).': '质量，从 1（差）到 5（很好）。',
  'The question, by its code in the instrument.': '题目，用它在测评工具中的代码表示。',
  'The questionnaire at the end of the training.': '培训结束时的问卷。',
  'The questionnaire one to three months after the end.': '结束后一至三个月的问卷。',
  'The questionnaire that the evidence comes from.': '依据所来自的问卷。',
  'The questions this person was not shown, because the survey jumped over them.':
    '此人因问卷跳转而未看到的题目。',
  'The questions this person was not shown, because the survey jumped over them: they may be missing, required or not.':
    '此人因问卷跳转而未看到的题目：无论是否必答，都可能缺失。',
  'The quotas (名额配额): the most seats for a segment.': '名额配额：某人员类别最多可占的名额。',
  'The random key of an anonymous response. It leads to no person.': '匿名作答的随机编号，不指向任何人。',
  'The random seed of the lottery, from outside: the number of a public beacon. The draw can be repeated with it.':
    '抽签的随机种子，来自外部：公共信标的数。凭它可以重新抽一遍。',
  'The rank; 1 is the most urgent.': '排名；1 为最紧急。',
  'The ranked needs.': '已排序的需求。',
  'The ranking method with all its ratings.': '排序方法及其全部评分。',
  'The ranking method with all its ratings; `null` where no need had to be ranked.':
    '排序方法及其全部评分；没有需求需要排序时为 `null`。',
  'The rating to be reached, in hundredths of the best possible.': '须达到的评分，以最高分的百分之一计。',
  'The rating, a whole number on the scale.': '评分，量表上的整数。',
  'The ratings of each need.': '每项需求的评分。',
  'The reason in words, up to 1,000 characters. Personal.': '原因，用文字说明，最多 1,000 个字符。个人数据。',
  'The reason why the cost was taken back.': '撤回该成本的原因。',
  'The reason why the estimate is kept and not counted.': '该估计予以保留但不计入的原因。',
  'The reason, by code, with its data.': '原因，用代码及其数据表示。',
  'The reason: `AlreadyRecorded`, `InFuture`, `EndsBeforeItStarts`, `AttendedTooLong`, `AttemptTwice`, `SerialTaken`, `NothingInIt`.':
    '原因：`AlreadyRecorded`、`InFuture`、`EndsBeforeItStarts`、`AttendedTooLong`、`AttemptTwice`、`SerialTaken`、`NothingInIt`。',
  'The reasons, each in words.': '各项原因，均用文字说明。',
  'The recognition (表彰).': '表彰。',
  'The redemption: points spent on a reward.': '兑换：用积分换取奖品。',
  "The relation of the respondent to the learner: `self`, `supervisor`, `peer`, `directReport`, `customer`, or an organisation's own.":
    '作答者与学员的关系：`self`、`supervisor`、`peer`、`directReport`、`customer`，或组织自定。',
  'The release of the other framework.': '对方框架的发布版本。',
  'The request for a budget increase (追加预算).': '追加预算的申请。',
  'The requirements that ask for the training.': '要求该培训的必训要求。',
  'The reserved period of the resource.': '资源被占用的时段。',
  'The resolution, in words.': '处理结果，用文字说明。',
  'The resource: a trainer, a venue, equipment, a platform or a provider.':
    '资源：讲师、场地、设备、平台或供应商。',
  'The respondent left off before the end: what is required may be missing.':
    '作答者中途停止：必答题可能缺失。',
  'The result of the screening.': '筛选的结果。',
  'The result: a value, or the reason why there is none.': '结果：一个值，或说明为何没有。',
  'The results of tests, each attempt once.': '测验成绩，每次考试一条。',
  'The reward, in words.': '奖品，用文字说明。',
  'The right answer. Left out, the question has no right answer.': '标准答案。不填则该题没有标准答案。',
  "The role of the person interviewed: `departmentHead`, `teamLead`, or an organisation's own.":
    '受访者的角色：`departmentHead`、`teamLead`，或组织自定。',
  'The role profiles of the published framework.': '已发布框架的岗位胜任力要求。',
  'The role the person would like to hold, by its code.': '此人希望担任的岗位，用代码表示。',
  'The role they would like to hold.': '其希望担任的岗位。',
  'The role, by its code in the framework.': '岗位，用它在框架中的代码表示。',
  'The roles of the person, by their codes.': '此人的岗位，用代码表示。',
  'The roles, by their codes. An empty list is no restriction.': '岗位，用代码表示。空列表即不限。',
  'The rows that were refused.': '被拒绝的各行。',
  'The rows, in their order.': '各行，按先后。',
  'The rule by which the milestone recurs. Left out, it is due once.': '里程碑重复的规则。不填则只到期一次。',
  "The same thing in somebody else's framework, how near it is (SKOS), and in which release of theirs.":
    '同一事物在别的框架中的对应项、相近程度（SKOS）以及对方的发布版本。',
  'The scale of the answers.': '作答的量表。',
  'The scale of the rating: its lowest and best number.': '评分的量表：最低与最好的数。',
  'The scale of the ratings.': '评分的量表。',
  'The scale of the scores.': '得分的量表。',
  'The scales of the published framework.': '已发布框架的各量表。',
  'The score as it is now, in thousandths of full marks: 700 is 70 %.':
    '现在的成绩，以满分的千分之一计：700 即 70 %。',
  'The score as it was recorded before.': '原先登记的成绩。',
  'The score on the criterion, on the scale of the screening.': '该标准的得分，按筛选所用的量表。',
  'The score to be reached, in thousandths of full marks: 700 is 70 % (cmi5 `masteryScore`).':
    '须达到的成绩，以满分的千分之一计：700 即 70 %（cmi5 `masteryScore`）。',
  "The score, in hundred-millionths of the method's own unit.": '得分，以该方法自身单位的亿分之一计。',
  'The score, in thousandths of full marks, where the instrument has scored questions.':
    '得分，以满分的千分之一计，若测评工具有计分题。',
  'The score, in thousandths of full marks: 700 is 70 %.': '成绩，以满分的千分之一计：700 即 70 %。',
  'The scores, in order of rank.': '得分，按排名列出。',
  'The segment in which the person holds the role.': '此人任该岗位时所属的人员类别。',
  'The serial number printed on the certificate, unique everywhere.': '证书上印的编号，处处唯一。',
  'The session (场次) of the offering.': '班次的场次。',
  'The session as it is to be: times, trainers, venue and equipment.':
    '场次应有的样子：时间、讲师、场地与设备。',
  'The session as it was recorded before.': '原先登记的场次。',
  'The sessions concerned. Left out, all that are still to be held.':
    '所涉及的场次。不填则为尚待授课的全部场次。',
  'The sessions concerned. Left out, all that the trainer was still to teach.':
    '所涉及的场次。不填则为该讲师尚未讲授的全部场次。',
  'The sessions of the offering that are still to be held.': '班次中尚待授课的场次。',
  'The sessions of the offering.': '班次的各场次。',
  'The sessions of the seat, with their times.': '该名额的各场次及其时间。',
  'The sessions that the trainer no longer teaches.': '该讲师不再讲授的场次。',
  'The sessions that the trainer teaches.': '该讲师讲授的场次。',
  'The sessions that were recorded as held.': '登记为已授课的场次。',
  'The share by which costs may exceed the budget, in basis points.': '成本可超出预算的份额，以基点计。',
  'The share of its score that a future need keeps, in basis points.': '未来需求保留其得分的份额，以基点计。',
  'The share of the approved budget that was reached, in basis points.': '已用到批准预算的份额，以基点计。',
  'The share of the benefit that is due to the training, in basis points.':
    '收益中归于培训的份额，以基点计。',
  'The share of the benefit that is due to the training, in basis points; above 10,000 it is more than the whole change.':
    '收益中归于培训的份额，以基点计；超过 10,000 即多于全部变化。',
  'The share of the change that is due to other factors, in basis points.':
    '变化中归于其他因素的份额，以基点计。',
  'The size of the change, or the value to be reached, by `kind`.':
    '变化的幅度，或要达到的值，由 `kind` 决定。',
  'The smallest answer, as a number of whole units.': '最小答案，以整单位计。',
  'The smallest share that counts, in basis points: 8,000 is 80 %.':
    '算数的最小份额，以基点计：8,000 即 80 %。',
  'The source of the assessment.': '评定的来源。',
  'The source of the request: `assigned` by the organisation, by a `manager`, or by the learner (`self`).':
    '申请的来源：由组织（`assigned`）、由 `manager`，或由学员本人（`self`）。',
  'The source of the request: `assigned` by the organisation, by a `manager`, or by the learner (`self`); `walkIn` sat in the room without a seat, `lateJoiner` came when the class was under way.':
    '申请的来源：由组织（`assigned`）、由 `manager`，或由学员本人（`self`）；`walkIn` 没有名额而坐进课堂，`lateJoiner` 在班次进行中加入。',
  'The source of the requests.': '申请的来源。',
  'The source of the requests: `assigned` by the organisation, or by a `manager`.':
    '申请的来源：由组织（`assigned`），或由 `manager`。',
  'The source of the transfer: `assigned` by the organisation, by a `manager`, or by the learner (`self`).':
    '转班的来源：由组织（`assigned`）、由 `manager`，或由学员本人（`self`）。',
  "The source: `performance`, `departmentGoal`, `competency`, `survey`, `interview`, `incident`, `regulatory`, `exitInterview`, `audit`, `aspiration`, `liaison`, or an organisation's own.":
    '来源：`performance`、`departmentGoal`、`competency`、`survey`、`interview`、`incident`、`regulatory`、`exitInterview`、`audit`、`aspiration`、`liaison`，或组织自定。',
  "The sources: `supervisor`, `performanceData`, `self`, `peer`, `test`, `survey`, or an organisation's own.":
    '来源：`supervisor`、`performanceData`、`self`、`peer`、`test`、`survey`，或组织自定。',
  'The stage of the course it belongs to, where the course has stages.': '它所属的课程阶段，若课程分阶段。',
  'The stage, by its code in the program.': '阶段，用它在项目中的代码表示。',
  'The stages that come before, in this order.': '须先完成的阶段，按此先后。',
  'The standard operating procedure (标准作业程序).': '标准作业程序。',
  'The statement, in words.': '说明，用文字表示。',
  'The status of the enrolment before.': '报名先前的状态。',
  'The step that waits for the task.': '等待该任务的那一步。',
  'The study (评估项目): the evaluation of one program, or of one offering.':
    '评估项目：对一个培训项目或一个班次的评估。',
  'The study it is asked for.': '为之提问的评估项目。',
  'The subject of the figure: an item, a subscale, a measure.': '该数值的对象：题目、分量表或衡量指标。',
  'The subscale: `content`, `trainer`, `organisation`, `knowledge`, `skill`, or a critical behaviour.':
    '分量表：`content`、`trainer`、`organisation`、`knowledge`、`skill`，或某项关键行为。',
  'The suggested courses.': '所建议的课程。',
  'The sum of the lines, one amount a currency.': '各计划项目之和，每个币种一个金额。',
  'The sum of the minutes of all modules.': '各模块分钟数之和。',
  'The task, unique in its offering.': '任务，在其班次中唯一。',
  'The tasks of the procedure.': '该程序的任务。',
  'The tasks that are still open.': '尚未完成的任务。',
  'The test at the end of the training.': '培训结束时的测验。',
  "The text in the respondent's own words.": '作答者自己的文字。',
  'The text of the announcement.': '通知的正文。',
  "The themes of what somebody wrote, by codes of the organisation's own: `rooms`, `more-cases`. None is an answer too.":
    '所写内容的主题，用组织自己的代码表示：`rooms`、`more-cases`。没有主题也是答复。',
  'The thing to improve, and its id.': '要改进的对象及其编号。',
  'The time in which the benefit came about. Of a short program, only the first year counts.':
    '产生收益的时间。短期项目只计第一年。',
  'The time of the evaluation at each level.': '各级评估的时间。',
  'The time zone of the session. Attendance belongs to its local day.': '场次的时区。考勤归入其当地日期。',
  'The times of the session before.': '场次原先的时间。',
  'The title or the name of a thing: one line, up to 200 characters. Public.':
    '名称或标题：一行，最多 200 个字符。公开。',
  'The title, which may name a person: one line, up to 200 characters. Personal.':
    '标题，可能含有人名：一行，最多 200 个字符。个人数据。',
  'The titles of the materials.': '资料的名称。',
  "The topics: `goals`, `changes`, `incidents`, `skills`, or an organisation's own.":
    '议题：`goals`、`changes`、`incidents`、`skills`，或组织自定。',
  'The trainer (讲师): the id of a resource of kind `trainer` or `expert`.':
    '讲师：种类为 `trainer` 或 `expert` 的资源的编号。',
  'The trainer who takes over.': '接手的讲师。',
  'The trainers who have not reported full preparation.': '尚未报告备课完毕的讲师。',
  'The trainers who taught the session.': '讲授该场次的讲师。',
  'The trainers, one or several: resources of kind `trainer` or `expert`.':
    '讲师，一位或多位：种类为 `trainer` 或 `expert` 的资源。',
  'The training need (培训需求), unique in its needs assessment.': '培训需求，在其需求评估中唯一。',
  'The training plan (培训计划).': '培训计划。',
  'The training program (培训项目).': '培训项目。',
  'The training requirement (必训要求).': '必训要求。',
  'The trigger that makes it due for somebody, and the day. Days count from the hire, the role, the candidacy, the incident.':
    '使某人到期的触发情形及日期。天数从入职、任岗、成为候选人或突发问题之日数起。',
  'The type of the command: `CloseEnrolment`.': '命令的类型：`CloseEnrolment`。',
  'The unit of the measure, by its code: `percent`, `minutes`.':
    '衡量指标的单位，用代码表示：`percent`、`minutes`。',
  'The unit of the organisation: a department, a team, a shop.': '组织单位：部门、班组、门店。',
  'The unit of the value, by its code.': '值的单位，用代码表示。',
  'The unit of the value, by its code: `percent`, `minutes`.': '值的单位，用代码表示：`percent`、`minutes`。',
  'The unit that is spent. Only `points` can be redeemed.': '所花的单位。只有 `points` 可以兑换。',
  'The unit that was measured: a team, a shop, a person.': '被测量的单位：班组、门店、个人。',
  "The unit: `hours`, `people`, `years`, or an organisation's own.":
    '单位：`hours`、`people`、`years`，或组织自定。',
  'The upper end of the interval.': '区间上端。',
  "The use of the procedure: an offering's `kind`, or an organisation's own.":
    '该程序的用途：班次的 `kind`，或组织自定。',
  'The usual values of the organisation, unless given.': '组织的常用值，未填时采用。',
  'The value as it was captured.': '原先记录的值。',
  'The value of the measure before the training.': '培训前该衡量指标的值。',
  'The value of the need on each factor, 0 to 10,000.': '该需求在各因素上的值，0 至 10,000。',
  'The value, as a whole number of its last decimal: 1,794.342 with three decimals is 1794342.':
    '值，按最后一位小数化为整数：三位小数的 1,794.342 记为 1794342。',
  'The value, in `unit`.': '值，单位见 `unit`。',
  'The venue: a resource of kind `venue`, or `platform` for an online session.':
    '场地：种类为 `venue` 的资源，线上场次则为 `platform`。',
  'The version of that procedure.': '该程序的版本。',
  'The version of the course that is taught: 1, then 2.': '所讲授的课程版本：先 1，后 2。',
  'The version of the course: 1, then 2.': '课程的版本：先 1，后 2。',
  'The version of the framework: 1, then 2.': '框架的版本：先 1，后 2。',
  'The version of the instrument.': '测评工具的版本。',
  'The version of the instrument: 1, then 2.': '测评工具的版本：先 1，后 2。',
  'The version of the program that computed the figures.': '计算这些数值的程序版本。',
  'The version of the scheme that gave it; none where it was given otherwise.':
    '给予它的积分方案版本；以其他方式给予的则没有。',
  'The version that the revision starts from.': '修订所依据的版本。',
  "The way attendance was taken: `rollCall`, `signIn`, `qr`, `platform`, or an organisation's own.":
    '考勤方式：`rollCall`、`signIn`、`qr`、`platform`，或组织自定。',
  'The way to a seat: approval, and the days before the first session.':
    '取得名额的办法：批准，以及第一场之前的天数。',
  'The weight of each factor, in basis points. Together they are 10,000.':
    '各因素的权重，以基点计，合计 10,000。',
  'The weight of the driver, in basis points.': '该动因的权重，以基点计。',
  'The weighted mean of the scores, as a share of the scale.': '得分的加权均值，以量表的份额表示。',
  'The whole months after the end of the training; 0 is at the end.': '培训结束后的整月数；0 即结束之时。',
  'The whole months from one time to the next.': '两次之间的整月数。',
  'The whole months until it is due again.': '再次到期前的整月数。',
  'The whole years from one window to the next.': '两个窗口之间的整年数。',
  'The zone in which the days of the window are counted, where answers are anonymous and only their day is known; UTC where it is left out.':
    '作答匿名、只知道日期时，计算窗口日期所用的时区；不填则为 UTC。',
  'When it is due again. A certificate that ends before that is due on the day it ends.':
    '何时再次到期。早于该日到期的证书，以其到期日为准。',
  'When it is said, it has to be the sum of the modules.': '若填写，须等于各模块之和。',
  'When it was so; `at` unless said.': '实际发生的时刻；未说明则为 `at`。',
  'When they had been earned.': '获得的时间。',
  'Where somebody sits: in the room, or on the platform.': '坐在哪里：现场，或平台上。',
  'Where the learner sits in a class that is held in a room and online at once. Left out, where there is a place.':
    '班次同时在现场与线上进行时，学员坐在哪一边。不填则哪里有位就在哪里。',
  'Where the quadrants meet: at the middle of the scale, or at the means.':
    '象限的分界：取量表中点，或取均值。',
  'Whether a rating exactly on the line counts as high or as low.': '评分恰好在线上时算高还是算低。',
  'Whether a request for a seat has to be approved.': '名额申请是否需要批准。',
  'Whether a withdrawal after the deadline is recorded as late, or refused.':
    '截止后退训是登记为迟退，还是拒绝。',
  'Whether agreement is bad news: the question is put the other way round.':
    '同意是否表示不好：该题为反向题。',
  'Whether an approval is needed. `given`: it came with the request, or was given for the offering the learner transfers from.':
    '是否需要批准。`given`：随申请已批准，或在学员转出的班次已批准。',
  'Whether classes that were scheduled still take people; whoever has a place in one goes on. Left out, they do.':
    '已排定的班次是否仍接收学员；已有位置的人照常进行。不填则仍接收。',
  'Whether it is a need of today (`current`) or of the time to come (`future`).':
    '是现在的需求（`current`）还是未来的需求（`future`）。',
  'Whether the command was refused, or accepted without effect.': '命令是被拒绝，还是已接受但没有产生效果。',
  'Whether the learner has a seat, waits, has asked and needs an approval, or was refused.':
    '学员是得到名额、在候补、已申请待批准，还是被拒绝。',
  'Whether the measure is to rise or to fall.': '衡量指标应上升还是下降。',
  'Whether the period lies before or after the training.': '该时期在培训之前还是之后。',
  'Whether the quantity is for each learner, each session or the whole offering.':
    '数量按每位学员、每个场次还是整个班次计。',
  'Whether the question has to be answered.': '该题是否必答。',
  'Whether the task is overdue.': '任务是否已逾期。',
  'Whether the transfer came after the deadline for giving a seat up.': '转班是否晚于放弃名额的截止时间。',
  'Whether the withdrawal came after the deadline.': '退训是否晚于截止时间。',
  'Whether they sat in the room without a seat (`walkIn`), or join the class from a later session on (`lateJoiner`).':
    '没有名额而坐进课堂（`walkIn`），还是从后面的场次加入（`lateJoiner`）。',
  'Whether training is `required` (by law, by the organisation) or `requested` by people.':
    '培训是必须的（`required`，由法律或组织规定），还是人们提出的（`requested`）。',
  'Which step waits for it.': '哪一步要等它。',
  'Whole days that have to pass between two attempts.': '两次考试之间须间隔的整天数。',
  'Whole months from one talk to the next; 0: this once.': '两次对接会之间的整月数；0 表示只此一次。',
  'Why people do not do what is asked of them. Training cures the first three, and no other.':
    '人们未按要求去做的原因。培训只能解决前三种。',
  'Withdrawal is free until this many days before the first session.': '第一场之前这么多天以内退训才算迟。',
  '`all`: every criterion has to be met. With no criterion, everybody completes. `any`: one criterion is enough. `atLeast`: a number of the criteria is enough.':
    '`all`：每项条件都须满足；没有条件则人人完成。`any`：一项即可。`atLeast`：满足若干项即可。',
  '`attendance`: attended minutes as a share of all scheduled minutes. `result`: the best result in an instrument reaches mastery. `modulesDone`: each of the modules was done. `responseSubmitted`: the questionnaire was answered. The answers are not looked at.':
    '`attendance`：出勤分钟占全部计划分钟的份额。`result`：某测评工具的最好成绩达到要求。`modulesDone`：每个模块都已完成。`responseSubmitted`：问卷已作答，答案内容不看。',
  "`businessExpansion`, `digitalTransformation`, `reorganisation`, `regulation`, or an organisation's own.":
    '`businessExpansion`、`digitalTransformation`、`reorganisation`、`regulation`，或组织自定。',
  '`classroom`, `liveOnline`, `blended`, `actionLearning`, `virtualReality`, `selfPaced`, or its own.':
    '`classroom`、`liveOnline`、`blended`、`actionLearning`、`virtualReality`、`selfPaced`，或自定。',
  "`completionReassessed`, `grantedInError`, or an organisation's own.":
    '`completionReassessed`、`grantedInError`，或组织自定。',
  "`completionReassessed`, `responseInvalidated`, `costTakenBack`, or an organisation's own.":
    '`completionReassessed`、`responseInvalidated`、`costTakenBack`，或组织自定。',
  "`completion`, `teaching`, `sharing`, or an organisation's own.":
    '`completion`、`teaching`、`sharing`，或组织自定。',
  "`compliance`, `onboarding`, `promotion`, or an organisation's own.":
    '`compliance`、`onboarding`、`promotion`，或组织自定。',
  '`confidential`: the host knows who said what, and no report tells it of fewer than `k` people. `anonymous`: that somebody answered and what was answered are kept apart, and nobody can bring them together again.':
    '`confidential`：系统知道谁答了什么，但少于 `k` 人的结果不进入报告。`anonymous`：谁答过与答了什么分开保存，无人能够重新对上。',
  "`content`, `references`, `price`, `dataProtection`, or an organisation's own.":
    '`content`、`references`、`price`、`dataProtection`，或组织自定。',
  "`email`, `intranet`, `poster`, `chat`, or an organisation's own.":
    '`email`、`intranet`、`poster`、`chat`，或组织自定。',
  "`hired`: counted from the first day of employment. `roleAssigned`: counted from the day a role was assigned. `fixedDate`: due on one day. Somebody hired later has nothing to do, unless it recurs. `expiry`: holders of the certificate keep it valid. `promotion`: for candidates for one of the audience's roles, counted from the candidacy. `incident`: after each incident; only training done since then counts.":
    '`hired`：从任职第一天数起。`roleAssigned`：从任岗之日数起。`fixedDate`：在某日到期，此后入职者无须完成，除非它会重复。`expiry`：持证人须保持证书有效。`promotion`：对适用岗位的候选人，从成为候选人之日数起。`incident`：每次突发问题之后，只有此后完成的培训才算。',
  "`hour`, `day`, `session`, `person`, `licence`, `course`, or an organisation's own.":
    '`hour`、`day`、`session`、`person`、`licence`、`course`，或组织自定。',
  "`manual`, `slides`, `projector`, `seating`, `refreshments`, `platformRehearsal`, `travel`, or an organisation's own.":
    '`manual`、`slides`、`projector`、`seating`、`refreshments`、`platformRehearsal`、`travel`，或组织自定。',
  '`ok`: there is a value. `undefined`: there is no value, for a reason. `suppressed`: the value is about too few people and is not shown.':
    '`ok`：有值。`undefined`：因故没有值。`suppressed`：所依据的人太少，不予显示。',
  '`once`: it does not recur. `rolling`: due again some months after it was last done. `calendarWindow`: between two days of the year, both included, every year or every few years.':
    '`once`：不重复。`rolling`：上次完成后若干月再次到期。`calendarWindow`：每年或每几年，在一年中的两个日子之间（含首尾）。',
  "`overall`, `content`, `delivery`, `service`, or an organisation's own.":
    '`overall`、`content`、`delivery`、`service`，或组织自定。',
  '`passed` with a test, `completed` without one, `waived` where criteria were waived.':
    '有测验为 `passed`，没有则为 `completed`，免除了条件则为 `waived`。',
  '`protectsAnother`: shown beside others, the value would reveal one about too few people.':
    '`protectsAnother`：若与其他数值并列显示，会泄露人数太少的一组。',
  '`relative`, in basis points of the baseline; `percentagePoint`, in basis points added to a share; `absolute`, the value to be reached.':
    '`relative`，以基线的基点计；`percentagePoint`，在比例上增加的基点；`absolute`，要达到的值。',
  '`sequential`: each stage is closed until the one before it is done; `open`: in any order.':
    '`sequential`：前一阶段完成之前，后一阶段不开放；`open`：不分先后。',
  "`theory`, `practice`, `caseDiscussion`, `teamBuilding`, or an organisation's own.":
    '`theory`、`practice`、`caseDiscussion`、`teamBuilding`，或组织自定。',
  '`true` where questions were left out that were asked.': '问过的题目被省去时为 `true`。',
  '`true` where somebody states that nothing else changed at the same time. A trend line needs it.':
    '有人说明同时没有别的变化时为 `true`。趋势线需要这一说明。',
  '`true` where the response came after the window. It is shown and not counted.':
    '作答晚于窗口时为 `true`。予以显示但不计入。',
  '`weightedFactors`: Σ weight · factor, times the discount where the need lies in the future. `borich`: mean weighted discrepancy, importance times the gap between importance and ability. `rankedDiscrepancy`: people who rate importance above ability, less people who rate it below. `importancePerformance`: important needs with poor performance first (重要性-表现矩阵). `dif`: tasks by difficulty, importance and frequency (DIF分析), through a tree of questions.':
    '`weightedFactors`：Σ 权重 · 因素，未来的需求再乘以折扣。`borich`：加权差异均值，即重要性乘以重要性与能力之差。`rankedDiscrepancy`：认为重要性高于能力的人数减去认为低于能力的人数。`importancePerformance`：重要而表现差的需求在先（重要性-表现矩阵）。`dif`：按难度、重要性与频率，经一棵问题树排列任务（DIF 分析）。',
  'The kind of criterion that was waived.': '被豁免的完成条件的种类。',
  'The number of the attempt that is taken out: the last one.': '要撤销的是第几次：只能是最后一次。',
  'One thing of an attempt at a class that is taken out: it was recorded of the wrong person, or by mistake.':
    '从一次参训中撤销的一条记录：记错了人，或误录。',
  '`result`: an attempt at a test. `module`: a module that was not done. `response`: an answer that was not given. `waiver`: what was waived is asked for again.':
    '`result`：一次考试。`module`：并未完成的模块。`response`：并未作答的问卷。`waiver`：取消豁免，重新要求。',
}
