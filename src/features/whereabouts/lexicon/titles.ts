/** Titles, surnames and the ways colleagues call each other. */

/** Titles after a surname or a name; one-character forms count only at the end of a word. */
export const TITLES = `
书记 副书记 主任 副主任 局长 副局长 局 科长 副科长 科 股长 副股长 股 站长 副站长 站 所长 副所长 所 队长 副队长 队
镇长 副镇长 镇 乡长 副乡长 乡 区长 县长 副县长 县 村长 支书 文书 部长 副部长 部 委员 常委 纪委 院长 副院长 院 校长 副校长 校
园长 园 主席 副主席 经理 总经理 副总 总 总监 会计 出纳 秘书 秘书长 组长 副组长 组 班长 大队长 中队长 教导员 指导员 政委 所长助理 旗长 苏木达
老师 律师 医生 大夫 护士 护士长 师傅 师 工 工程师 技术员 干事 专干 调研员 主管 处长 副处长 处 厅长 厅 巡视员 检察官 法官 庭长
行长 厂长 段长 场长 片长 社长 台长 馆长 主编 记者 同志 同学 先生 女士 委 支队长 股级 主科 教练 政委 把手 台 馆 场
四级调研员 三级主任科员 二级主任科员 一级主任科员 四级主任科员 主任科员 副主任科员 科员 三调 四调 党委书记 纪委书记 组织委员 宣传委员 纪检委员
政法委员 统战委员 武装部长 人大主席 副镇 副乡 副局 副科 副所 副站 办事员 网格长 网格员 包村干部 驻村队员 第一书记 队员 法官助理 书记员`;

/** Ways to call a colleague after one character of the name. */
export const KIN = `哥 姐 叔 姨 嫂 爷 伯 弟 妹 儿 子 仔 佬 总 工 师 师傅 老师 哥哥 姐姐 大哥 大姐 老弟 阿姨 大叔 老师傅`;

/** Compound surnames. */
export const COMPOUND_SURNAMES = `
欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 夏侯 轩辕 端木 南宫 百里 呼延 独孤 申屠 淳于 单于 太史 公羊 赫连 澹台
公冶 宗政 濮阳 闻人 钟离 鲜于 闾丘 仲孙 司空 亓官 司寇 拓跋 完颜 纳兰 耶律 西门 东郭 南门 第五 万俟 段干 左丘 梁丘 叶赫 那拉 爱新`;

/** Han surnames of one character, frequent first; what is not here is read as a name without a surname. */
export const SURNAMES = `
王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦
邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童
凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧
闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强
帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅
利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由木`;

/** Surnames people outside the roster are likely to have, for words like 小马; rarer ones look like ordinary words. */
export const COMMON_SURNAMES = `
王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔谭陆汪范石廖贾夏韦付邹孟熊秦邱尹薛闫段侯祁马钱龙史陶黎贺顾毛郝龚邵万严武戴莫孔白
韩冶喇绽星铁朵才李桑`;

/** Names that are ordinary words or places, and what may follow when they are meant as such. */
export const ORDINARY_NEXT =
  '天花区县市里水上下草气季节色岭脚路街景公广大学中小多坡山河湖江沟坝村镇寨湾岛桥关';

/** Kinds of people outside the roster, before a name (实习生小李). */
export const OUTSIDE_ROLES = `
实习生 实习大学生 见习生 公益岗 公益性岗位 公岗 厨师 炊事员 大厨 食堂 门卫 保安 保洁 保洁员 清洁工 司机 驾驶员 临聘 临聘人员 劳务派遣 派遣 三支一扶 西部计划 志愿者
辅警 协管员 协理员 护林员 借调来的 借调干部 挂职干部 跟班 新来的 临时工 合同工 聘用 聘用人员 返聘 外聘 见习 选调生 大学生 支教 社工 网格员 水管员 村医 打字员`;
