/** The traditional forms of every sign in the reply reader's words: a text without any needs no conversion. */

const SIGNS =
  '丟並乾亂佈併來侷係俬倆倉個們傘備傢傳傷僅價儀儘兒內兩冊別刪剄則剋剛剷劃劇勁動務勝勞勢勸勻匯區協卽厠厤厲參吶員問啓啟喪喫單喲嗆嗎嘆嘍噠噹嚮嚴囉囑國圍圓圖團埰執堅報場墻壞壽夠夢奬姦婦媽' +
  '孃孫學宮寀實審寫寬寶將專尋對導尷屆屬島崗嶽師帳帶幫幷幹幾庫廁廟廳張強彆彔彙後從復徹恥悅愛態慚慮慶憐憑懇應懲懶懷懸戲戶捱捲掃掛採揚換搗搶摺撐撥撲擁擊擔據擣擬擰擱擺擾攆敎數斷於時暈暫曆' +
  '曉曏曠曬書會朮査條業榦構樂樓標樣樹機橫檔檢檯欄歎歐歡歷歸氣決沒沖況淚減測湊準溫滅滙滿潔潛澀濟災為無煙煩熱燒爭爲牆狀獃獎獲獸現環產産畢異當痠發盃盜盡監盤眞眾瞞確碼禮禱種積穩穫筆箇節範' +
  '簡簽籌籤糉糰糾紀約紅紋紙級細終組結絕絡給統絶經綜綫維網綵緊線編緩練緻縣總績織繫繳續纔罰罵羅羣義習翫聖聞聯聲職聽肅脩脫腦臉臨臺與舉舊舘菸萬葯蓆蓋蔘藥處虛號衆術衕衚衛衝裏補裝裡製複襬覈' +
  '見規視親覺覽觀觸訂計討訓訖託記訪設許訴診註証評詢試話該詳誌認誒語誠誡誤說説誰課調談諉請諒論諮諾講謝謹證識議護讀讓讚負貧貨貫責貴貸費貼賀資賠賣賬賴購賽贊贏趕踰車軟較載輛輩輪輸轉辦辭辯' +
  '農迴這連週進遊運過達違遞適遲選還邊邏郵鄉鄰醣醫醬釋釘針釣釦鈅鈡銀銘銷錄錘錢錯録錶鍋鍼鍾鎖鎚鎭鎮鏈鏟鏡鐘鐵鑑鑒鑰長門閉開閑閒間閤閨閱閲闆闇闊關陣陽隊階際隨險隱隻雙雜離難電靈鞦響頂項順' +
  '須預頓領頭頻題額願顧顯風颱飛飭飯飲餅養餘館饋馬駐駕駡騙騰驗體髮鬆鬍鬚鬧魚鮮鴨麪麫麵麼麽點黨齊齣龍';

const TABLE = new Uint8Array(0x10000);
for (const sign of SIGNS) TABLE[sign.charCodeAt(0)] = 1;

/** Whether some sign of the text may be a traditional form of one of our words' signs. */
export function hasTraditional(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (TABLE[text.charCodeAt(index)] === 1) return true;
  return false;
}
