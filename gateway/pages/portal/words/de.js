/** The page in German. Every language has the same keys; `{…}` is filled in. Customers are addressed as "Sie". */
export default {
  language: "Sprache",
  skip: "Zum Inhalt",
  close: "Schließen",
  yes: "Ja",
  no: "Nein",
  try_again: "Noch einmal versuchen",
  what_next: "Wie geht es weiter?",

  // The steps.
  steps: "Schritte",
  step_done: "fertig",
  step_documents: "Dokumente",
  step_questions: "Fragen",
  step_tasks: "Rückfragen",
  step_review: "Prüfen und absenden",
  title_documents: "Ihre Dokumente",
  title_questions: "Einige Fragen",
  title_tasks: "Wir brauchen noch etwas von Ihnen",
  title_review: "Prüfen und absenden",
  title_closed: "Dieser Vorgang ist abgeschlossen",
  lead_documents: "Bitte schicken Sie uns die folgenden Dokumente.",
  photo_will_do: "Ein scharfes Foto genügt.",
  lead_questions: "Bitte beantworten Sie diese Fragen mit Ihren eigenen Worten.",
  lead_tasks: "Bitte beantworten Sie die folgenden Punkte.",
  lead_review: "Sehen Sie sich alles noch einmal an. Sie können noch alles ändern.",
  progress: "{done} von {total} fertig",
  back: "Zurück",
  on: "Weiter",
  optional: "freiwillig",

  // Documents.
  formats: "Sie können {formats} schicken, bis 20 MB.",
  one_file:
    "Eine Datei pro Dokument. Hat eine Karte zwei Seiten? Dann bitte beide auf ein Foto oder in eine PDF-Datei.",
  choose_file: "Datei auswählen",
  choose_another: "Eine andere Datei schicken",
  choose_same: "Dieselbe Datei auswählen",
  take_photo: "Foto machen",
  or_drop: "oder hierher ziehen",
  state_needed: "Fehlt noch",
  state_optional: "Freiwillig",
  state_received: "Erhalten",
  state_answered: "Beantwortet",
  state_on_its_way: "Unterwegs",
  state_interrupted: "Unterbrochen",
  state_not_accepted: "Nicht angenommen",
  state_again: "Bitte neu schicken",
  received_at: "erhalten am {moment}",
  sent_documents: "Was Sie geschickt haben",
  sent_before: {
    one: "Was Sie schon geschickt haben ({count} Dokument)",
    other: "Was Sie schon geschickt haben ({count} Dokumente)",
  },

  // A file on its way.
  upload_progress: "{name} wird gesendet",
  upload_queued: "Wartet, bis die andere Datei angekommen ist",
  upload_starting: "Das Senden beginnt …",
  upload_sending: "{share} – {sent} von {size}",
  upload_waiting: "{share} – wartet auf die Verbindung. Es geht von selbst weiter.",
  upload_held_up: "{share} – wir können sie gerade nicht annehmen. Wir versuchen es weiter.",
  upload_interrupted:
    "„{name}“ wurde bei {share} unterbrochen. Wählen Sie dieselbe Datei noch einmal aus, dann geht es dort " +
    "weiter.",
  upload_stopped:
    "Wir konnten „{name}“ gerade nicht annehmen. Das liegt an uns und nicht an Ihnen. Warten Sie kurz und " +
    "versuchen Sie es noch einmal: Was angekommen ist, bleibt erhalten.",
  upload_refused: "„{name}“ wurde nicht angenommen.",
  not_taken_others:
    "Wir haben nur „{name}“ angenommen: Hier ist Platz für eine einzige Datei. Gehören die anderen dazu? Fügen Sie " +
    "alle zu einem PDF zusammen.",
  not_taken_busy: "Wir haben „{name}“ nicht angenommen: Hier ist noch eine andere Datei unterwegs.",
  same_file: "„{name}“ haben wir hier schon: Es ist dieselbe Datei.",
  upload_cancel: "Abbrechen",
  upload_forget: "Diese Datei vergessen",
  announce_sending: "Ihre Datei wird gesendet.",
  announce_received: "Ihre Datei ist angekommen.",
  announce_refused: "Ihre Datei wurde nicht angenommen. Der Grund steht beim Dokument.",
  announce_stopped: "Ihre Datei konnte gerade nicht angenommen werden. Was zu tun ist, steht beim Dokument.",
  announce_unreadable:
    "Ihre Datei ist angekommen, aber wir können sie nicht lesen. Beim Dokument steht, was Sie tun können.",
  announce_another:
    "Ihre Datei ist angekommen. Sie sieht nach einem anderen Dokument aus; bitte lesen Sie den Hinweis dazu.",
  offline:
    "Keine Verbindung. Was Sie eingegeben haben, bleibt erhalten. Sobald die Verbindung wieder da ist, geht es " +
    "weiter.",

  // What was found in a file.
  check_looking: "Wir sehen uns Ihre Datei an …",
  check_readable: "Wir können diese Datei lesen.",
  check_another:
    "Das sieht nach {type} aus. Wir haben gebeten um: {name}. Wenn es doch das richtige Dokument ist, müssen Sie " +
    "nichts tun.",
  problem_missing_object: "Wir können diese Datei nicht mehr finden. Bitte schicken Sie sie noch einmal.",
  problem_altered:
    "Unterwegs ist etwas schiefgegangen: Das ist nicht die Datei, die Sie geschickt haben. Bitte schicken Sie " +
    "sie noch einmal.",
  problem_password_protected:
    "Diese Datei ist mit einem Passwort geschützt. Bitte schicken Sie eine Kopie, die sich ohne Passwort öffnen " +
    "lässt.",
  problem_damaged:
    "Wir können diese Datei nicht öffnen. Lässt sie sich auf Ihrem Gerät öffnen? Speichern oder scannen Sie sie " +
    "neu und schicken Sie die neue Datei.",
  problem_no_pages: "Diese Datei hat keine Seiten. Bitte schicken Sie das ganze Dokument.",
  problem_too_complex:
    "Diese Datei ist zu kompliziert, um sie sicher zu öffnen. Speichern oder scannen Sie sie als einfache " +
    "PDF-Datei und schicken Sie diese.",
  problem_unreadable_in_time:
    "Das Öffnen dieser Datei dauert zu lange. Speichern oder scannen Sie sie als einfache PDF-Datei und schicken " +
    "Sie diese.",
  type_articles_of_association: "einer Satzung oder einem Gesellschaftsvertrag",
  type_register_extract: "einem Registerauszug",
  type_certificate_of_incorporation: "einem Nachweis der Eintragung",
  type_ubo_declaration: "einer Erklärung zu den wirtschaftlich Berechtigten",
  type_identity_document: "einem Ausweis",
  type_utility_bill: "einer Strom-, Gas- oder Wasserrechnung",
  type_bank_statement: "einem Kontoauszug",
  type_annual_accounts: "einem Jahresabschluss",
  type_power_of_attorney: "einer Vollmacht",
  type_tax_certificate: "einem Schreiben oder einer Bescheinigung vom Finanzamt",
  type_lease: "einem Mietvertrag",
  type_invoice: "einer Rechnung",
  type_unknown: "einem anderen Dokument",

  // Why something was refused.
  refused_empty: "Die Datei ist leer. Bitte wählen Sie das Dokument noch einmal aus.",
  refused_too_large:
    "Die Datei ist größer als 20 MB. Machen Sie sie kleiner, zum Beispiel mit einem Foto in geringerer Qualität, " +
    "oder scannen Sie das Dokument neu.",
  refused_infected: "Unser Virenscanner hat darin etwas Schädliches gefunden. Bitte schicken Sie eine andere Kopie.",
  refused_moved: "Wir können die Datei auf Ihrem Gerät nicht lesen. Bitte wählen Sie sie noch einmal aus.",
  refused_type: "Mit dieser Art von Datei können wir nichts anfangen. Möglich sind hier: {formats}.",
  refused_photo: "Sie können auch ein Foto vom Dokument machen.",
  refused_picture:
    "Ist es ein Foto, zum Beispiel im Format HEIC? Speichern Sie es als JPG und wählen Sie es noch einmal aus, oder " +
    "machen Sie ein neues.",
  refused_later: "Wir können sie gerade nicht annehmen. Warten Sie eine Minute und versuchen Sie es noch einmal.",
  refused_too_many:
    "Es sind schon so viele Dokumente da, dass wir keine mehr annehmen können. Bitte melden Sie sich bei uns.",
  refused_too_many_uploads:
    "Es wurden zu viele Dateien begonnen und nicht fertig gesendet. Warten Sie einen Tag, oder melden Sie sich " +
    "bei uns.",
  refused_not_asked: "Nach diesem Dokument wird nicht mehr gefragt. Bitte laden Sie die Seite neu.",
  refused_moved_on: "Ihre Unterlagen sind schon bei uns. Sie können jetzt nichts hinzufügen.",
  refused_no_connection: "Es gibt keine Verbindung. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  refused_other: "Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.",
  refused_number: "Wenn es wieder passiert, nennen Sie uns bitte diese Nummer: {number}.",

  // Answers.
  choose_option: "Bitte wählen …",
  choose_several: "Sie können mehrere auswählen.",
  text_full: "Dieses Feld ist voll: Es fasst {most} Zeichen.",
  wrong_missing: "Bitte beantworten Sie das noch.",
  wrong_answer: "Diese Antwort passt nicht zur Frage. Bitte sehen Sie sie noch einmal an.",
  task_cannot: "Ich habe dieses Dokument nicht",
  task_why: "Sagen Sie uns, warum, oder was Sie stattdessen haben",
  draft_saved: "Gespeichert",
  draft_saving: "Wird gespeichert …",
  draft_waiting: "Noch nicht gespeichert. Wir versuchen es weiter.",
  draft_no_connection: "Noch nicht gespeichert – keine Verbindung",
  draft_here_only: "Auf diesem Gerät gespeichert",
  draft_refused: "Nicht gespeichert. Bitte sehen Sie Ihre Antworten an.",

  // Check and send.
  review_complete: "Alles ist da. Sie können es jetzt absenden.",
  review_missing: { one: "Es fehlt noch {count} Punkt", other: "Es fehlen noch {count} Punkte" },
  review_lacks: "Fehlt noch",
  review_left_out: "Nicht ausgefüllt (freiwillig)",
  review_change: "Ändern",
  review_add: "Ergänzen",
  review_busy: "Eine Datei ist noch unterwegs. Sobald sie angekommen ist, können Sie alles absenden.",
  announce_missing: "Einige Antworten fehlen noch. Sie stehen auf dieser Seite.",
  confirm_title: {
    one: "Absenden, obwohl {count} Dokument fehlt?",
    other: "Absenden, obwohl {count} Dokumente fehlen?",
  },
  confirm_text: "Sie können alles auch so absenden. Wahrscheinlich fragen wir Sie dann später noch einmal danach.",
  confirm_yes: "Trotzdem absenden",
  confirm_no: "Zurück",
  send: "Alles absenden",
  sending: "Wird gesendet …",
  not_sent: "Es wurde noch nicht gesendet.",
  moved_on: "Es hat sich etwas geändert, seit Sie diese Seite geöffnet haben. Sie sehen jetzt den neuen Stand.",
  after_sending_1: "Wir prüfen Ihre Dokumente und Antworten. Das kann einige Werktage dauern.",
  after_sending_2: "Wenn wir noch etwas brauchen, fragen wir Sie über denselben Link.",
  after_sending_3: "{brand} meldet sich, sobald alles fertig ist.",

  // Nothing to do.
  title_received: "Vielen Dank. Wir haben alles erhalten",
  text_received: "Ihre Dokumente und Antworten sind bei {brand}. Sie müssen jetzt nichts tun.",
  text_recorded:
    "Ihre Dokumente und Antworten sind angekommen und werden bald bearbeitet. Sie müssen jetzt nichts tun.",
  text_closed:
    "Wir brauchen hier nichts mehr von Ihnen. {brand} informiert Sie, wie es weitergeht. Haben Sie eine Frage? " +
    "Wenden Sie sich an {brand}.",
  after_review_1: "Jemand sieht sich Ihre Dokumente und Antworten an. Das kann einige Werktage dauern.",
  after_review_2: "Wenn etwas fehlt, fragen wir Sie über denselben Link. Bewahren Sie ihn deshalb auf.",
  after_review_3: "{brand} meldet sich, sobald alles fertig ist.",
  return_to: "Zurück zu {brand}",

  // Links that do not work.
  door_wrong_title: "Dieser Link stimmt nicht",
  door_wrong_text:
    "Vielleicht fehlt ein Teil davon. Öffnen Sie den Link aus Ihrer Nachricht noch einmal, oder kopieren Sie ihn " +
    "vollständig.",
  door_expired_title: "Dieser Link funktioniert nicht mehr",
  door_expired_text: "Er war nur für eine bestimmte Zeit gültig. Was Sie schon geschickt haben, ist bei uns sicher.",
  door_offline_title: "Keine Verbindung",
  door_offline_text:
    "Wir können den Server nicht erreichen. Prüfen Sie Ihre Verbindung. Sobald sie wieder da ist, geht diese " +
    "Seite von selbst weiter.",
  door_later_title: "Bitte kommen Sie gleich wieder",
  door_later_text:
    "Bei uns funktioniert gerade etwas nicht. Was Sie schon geschickt haben, ist sicher. Versuchen Sie es in " +
    "einigen Minuten noch einmal.",
  door_ask: "Bitten Sie {brand} um einen neuen Link.",
  door_ask_contact: "Bitten Sie {brand} um einen neuen Link: {contact}",
  door_ask_sender: "Bitten Sie das Unternehmen, das Ihnen den Link geschickt hat, um einen neuen.",

  // The foot.
  data_title: "Was wir mit Ihren Daten tun",
  data_what:
    "Wir sammeln die Dokumente und Antworten, die Sie hier geben, und was öffentliche Register über Ihr " +
    "Unternehmen sagen.",
  data_why: "Das Gesetz verpflichtet uns zu wissen, wer unsere Kunden sind. Dafür brauchen wir Ihre Daten.",
  data_who:
    "Gesehen werden sie von den Personen bei {brand}, die Ihre Unterlagen prüfen, und von Behörden, wenn das Gesetz " +
    "es verlangt.",
  data_more: "Mehr über Ihre Daten und Ihre Rechte (öffnet sich in einem neuen Tab)",
  software_title: "Wie wir Software und KI einsetzen",
  software_what: "Software, auch künstliche Intelligenz (KI), kann dabei helfen, Dokumente zu sortieren und zu lesen.",
  software_people:
    "Sie entscheidet nichts. Es entscheiden die Menschen bei {brand}, und Sie können sie jederzeit um eine " +
    "Erklärung bitten.",
  ask_brand: "Fragen? Wenden Sie sich an {brand}.",
  ask_contact: "Fragen? Wenden Sie sich an {brand}: {contact}.",
  link_until: "Dieser Link funktioniert bis {day}.",
};
