"""The few fixed words that genres need, a row for each language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """Words as they stand in minutes, plays, interviews, recipes, laws and forms."""

    question: str
    answer: str
    chapter: str
    present: str
    agenda: str
    decided: str
    act: str
    scene: str
    article: str
    servings: str
    ingredients: str
    method: str
    name: str
    address: str
    telephone: str
    date: str
    signature: str
    chorus: str
    yes: str
    no: str
    dear: str
    regards: str
    mark: str = "?"


WORDING: dict[str, Wording] = {
    "en": Wording("Q", "A", "Chapter", "Present", "Agenda", "Resolved", "ACT", "SCENE", "Section", "Serves", "Ingredients", "Method", "Name", "Address", "Telephone", "Date", "Signature", "Chorus", "Yes", "No", "Dear", "Yours sincerely"),
    "de": Wording("Frage", "Antwort", "Kapitel", "Anwesend", "Tagesordnung", "Beschluss", "AKT", "SZENE", "§", "Portionen", "Zutaten", "Zubereitung", "Name", "Anschrift", "Telefon", "Datum", "Unterschrift", "Refrain", "Ja", "Nein", "Sehr geehrte Frau", "Mit freundlichen Grüßen"),
    "fr": Wording("Question", "Réponse", "Chapitre", "Présents", "Ordre du jour", "Décision", "ACTE", "SCÈNE", "Article", "Pour", "Ingrédients", "Préparation", "Nom", "Adresse", "Téléphone", "Date", "Signature", "Refrain", "Oui", "Non", "Cher Monsieur", "Cordialement"),
    "es": Wording("P", "R", "Capítulo", "Asistentes", "Orden del día", "Acuerdo", "ACTO", "ESCENA", "Artículo", "Raciones", "Ingredientes", "Preparación", "Nombre", "Dirección", "Teléfono", "Fecha", "Firma", "Estribillo", "Sí", "No", "Estimado señor", "Atentamente"),
    "pt": Wording("P", "R", "Capítulo", "Presentes", "Ordem do dia", "Deliberação", "ATO", "CENA", "Art.", "Porções", "Ingredientes", "Modo de preparo", "Nome", "Endereço", "Telefone", "Data", "Assinatura", "Refrão", "Sim", "Não", "Prezado senhor", "Atenciosamente"),
    "it": Wording("D", "R", "Capitolo", "Presenti", "Ordine del giorno", "Delibera", "ATTO", "SCENA", "Art.", "Dosi per", "Ingredienti", "Preparazione", "Nome", "Indirizzo", "Telefono", "Data", "Firma", "Ritornello", "Sì", "No", "Gentile signora", "Cordiali saluti"),
    "tr": Wording("S", "C", "Bölüm", "Katılanlar", "Gündem", "Karar", "PERDE", "SAHNE", "Madde", "Kişilik", "Malzemeler", "Yapılışı", "Ad", "Adres", "Telefon", "Tarih", "İmza", "Nakarat", "Evet", "Hayır", "Sayın", "Saygılarımla"),
    "cs": Wording("Otázka", "Odpověď", "Kapitola", "Přítomni", "Program", "Usnesení", "DĚJSTVÍ", "SCÉNA", "§", "Porce", "Suroviny", "Postup", "Jméno", "Adresa", "Telefon", "Datum", "Podpis", "Refrén", "Ano", "Ne", "Vážený pane", "S pozdravem"),
    "ar": Wording("س", "ج", "الفصل", "الحاضرون", "جدول الأعمال", "القرار", "الفصل", "المشهد", "المادة", "تكفي", "المقادير", "طريقة التحضير", "الاسم", "العنوان", "الهاتف", "التاريخ", "التوقيع", "اللازمة", "نعم", "لا", "السيد", "وتفضلوا بقبول فائق الاحترام", "؟"),
    "fa": Wording("سؤال", "جواب", "فصل", "حاضران", "دستور جلسه", "مصوبه", "پردهٔ", "صحنهٔ", "ماده", "برای", "مواد لازم", "طرز تهیه", "نام", "نشانی", "تلفن", "تاریخ", "امضا", "برگردان", "بله", "خیر", "جناب آقای", "با احترام", "؟"),
    "ru": Wording("Вопрос", "Ответ", "Глава", "Присутствовали", "Повестка дня", "Решение", "ДЕЙСТВИЕ", "ЯВЛЕНИЕ", "Статья", "Порций", "Ингредиенты", "Приготовление", "Фамилия", "Адрес", "Телефон", "Дата", "Подпись", "Припев", "Да", "Нет", "Уважаемый", "С уважением"),
    "id": Wording("T", "J", "Bab", "Hadir", "Agenda", "Keputusan", "BABAK", "ADEGAN", "Pasal", "Porsi", "Bahan", "Cara membuat", "Nama", "Alamat", "Telepon", "Tanggal", "Tanda tangan", "Reff", "Ya", "Tidak", "Yth. Bapak", "Hormat kami"),
    "ko": Wording("문", "답", "제", "참석자", "안건", "의결", "막", "장", "제", "인분", "재료", "만드는 법", "이름", "주소", "전화", "날짜", "서명", "후렴", "예", "아니오", "존경하는", "감사합니다"),
    "sv": Wording("Fråga", "Svar", "Kapitel", "Närvarande", "Dagordning", "Beslut", "AKT", "SCEN", "§", "Portioner", "Ingredienser", "Gör så här", "Namn", "Adress", "Telefon", "Datum", "Underskrift", "Refräng", "Ja", "Nej", "Bästa", "Med vänliga hälsningar"),
    "vi": Wording("Hỏi", "Đáp", "Chương", "Có mặt", "Chương trình", "Quyết nghị", "HỒI", "CẢNH", "Điều", "Khẩu phần", "Nguyên liệu", "Cách làm", "Họ tên", "Địa chỉ", "Điện thoại", "Ngày", "Chữ ký", "Điệp khúc", "Có", "Không", "Kính gửi", "Trân trọng"),
    "he": Wording("ש", "ת", "פרק", "נוכחים", "סדר היום", "הוחלט", "מערכה", "תמונה", "סעיף", "מנות", "מרכיבים", "אופן ההכנה", "שם", "כתובת", "טלפון", "תאריך", "חתימה", "פזמון", "כן", "לא", "לכבוד", "בברכה"),
    "ja": Wording("問", "答", "第", "出席者", "議題", "決議", "幕", "場", "第", "人分", "材料", "作り方", "氏名", "住所", "電話", "日付", "署名", "サビ", "はい", "いいえ", "拝啓", "敬具", "？"),
    "zh": Wording("问", "答", "第", "出席", "议程", "决议", "幕", "场", "第", "份", "材料", "做法", "姓名", "地址", "电话", "日期", "签名", "副歌", "是", "否", "尊敬的", "此致敬礼", "？"),
}  # fmt: skip
