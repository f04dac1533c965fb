/** The page in Dutch, as it is written in Belgium. Every language has the same keys; `{…}` is filled in. */
export default {
  language: "Taal",
  skip: "Naar de inhoud",
  close: "Sluiten",
  yes: "Ja",
  no: "Nee",
  try_again: "Opnieuw proberen",
  what_next: "Wat gebeurt er daarna?",

  // The steps.
  steps: "Stappen",
  step_done: "klaar",
  step_documents: "Documenten",
  step_questions: "Vragen",
  step_tasks: "Extra vragen",
  step_review: "Nakijken en versturen",
  title_documents: "Uw documenten",
  title_questions: "Enkele vragen",
  title_tasks: "We hebben nog iets van u nodig",
  title_review: "Nakijken en versturen",
  title_closed: "Dit dossier is afgesloten",
  lead_documents: "Bezorg ons de documenten hieronder.",
  photo_will_do: "Een duidelijke foto volstaat.",
  lead_questions: "Beantwoord deze vragen in uw eigen woorden.",
  lead_tasks: "Beantwoord de punten hieronder.",
  lead_review: "Kijk alles nog één keer na. U kunt nog alles wijzigen.",
  progress: "{done} van {total} klaar",
  back: "Terug",
  on: "Verder",
  optional: "niet verplicht",

  // Documents.
  formats: "U kunt {formats} sturen, tot 20 MB.",
  one_file: "Eén bestand per document. Heeft een kaart twee zijden? Zet ze samen op één foto of in één pdf.",
  choose_file: "Bestand kiezen",
  choose_another: "Een ander bestand sturen",
  choose_same: "Hetzelfde bestand kiezen",
  take_photo: "Foto maken",
  or_drop: "of sleep het hierheen",
  state_needed: "Nog nodig",
  state_optional: "Niet verplicht",
  state_received: "Ontvangen",
  state_answered: "Beantwoord",
  state_on_its_way: "Onderweg",
  state_interrupted: "Onderbroken",
  state_not_accepted: "Niet aanvaard",
  state_again: "Stuur opnieuw",
  received_at: "ontvangen op {moment}",
  sent_documents: "Wat u hebt gestuurd",
  sent_before: {
    one: "Wat u al eerder hebt gestuurd ({count} document)",
    other: "Wat u al eerder hebt gestuurd ({count} documenten)",
  },

  // A file on its way.
  upload_progress: "{name} wordt verstuurd",
  upload_queued: "In de wacht tot het andere bestand is aangekomen",
  upload_starting: "We beginnen te versturen …",
  upload_sending: "{share} – {sent} van {size}",
  upload_waiting: "{share} – wacht op de verbinding. Het gaat vanzelf verder.",
  upload_held_up: "{share} – we kunnen het nu even niet aannemen. We blijven proberen.",
  upload_interrupted:
    "“{name}” werd onderbroken bij {share}. Kies hetzelfde bestand opnieuw, dan gaat het van daar verder.",
  upload_stopped:
    "We konden “{name}” nu niet aannemen. Dat ligt aan ons en niet aan u. Wacht even en probeer opnieuw: wat is " +
    "aangekomen, blijft bewaard.",
  upload_refused: "“{name}” werd niet aanvaard.",
  not_taken_others:
    "We namen alleen “{name}” aan: hier is plaats voor één bestand. Horen de andere erbij? Zet ze samen in één pdf.",
  not_taken_busy: "We namen “{name}” niet aan: er is hier nog een ander bestand onderweg.",
  same_file: "“{name}” hebben we hier al: het is hetzelfde bestand.",
  upload_cancel: "Annuleren",
  upload_forget: "Dit bestand vergeten",
  announce_sending: "Uw bestand wordt verstuurd.",
  announce_received: "Uw bestand is aangekomen.",
  announce_refused: "Uw bestand werd niet aanvaard. De reden staat bij het document.",
  announce_stopped: "Uw bestand kon nu niet worden aangenomen. Wat u kunt doen, staat bij het document.",
  announce_unreadable:
    "Uw bestand is aangekomen, maar we kunnen het niet lezen. Bij het document staat wat u kunt doen.",
  announce_another: "Uw bestand is aangekomen. Het lijkt een ander document te zijn; lees de opmerking erbij.",
  offline: "Geen verbinding. Wat u hebt ingevuld, blijft bewaard. Zodra u weer verbinding hebt, gaan we verder.",

  // What was found in a file.
  check_looking: "We bekijken uw bestand …",
  check_readable: "We kunnen dit bestand lezen.",
  check_another: "Dit lijkt op {type}. We vroegen: {name}. Klopt het toch, dan hoeft u niets te doen.",
  problem_missing_object: "We vinden dit bestand niet meer terug. Stuur het opnieuw.",
  problem_altered: "Er ging onderweg iets mis: dit is niet het bestand dat u stuurde. Stuur het opnieuw.",
  problem_password_protected:
    "Dit bestand is beveiligd met een wachtwoord. Stuur een kopie die zonder wachtwoord opengaat.",
  problem_damaged:
    "We kunnen dit bestand niet openen. Gaat het op uw eigen toestel open? Bewaar of scan het opnieuw en stuur " +
    "het nieuwe.",
  problem_no_pages: "Dit bestand heeft geen pagina's. Stuur het volledige document.",
  problem_too_complex:
    "Dit bestand is te ingewikkeld om veilig te openen. Bewaar of scan het als een eenvoudige pdf en stuur die.",
  problem_unreadable_in_time:
    "Dit bestand openen duurt te lang. Bewaar of scan het als een eenvoudige pdf en stuur die.",
  type_articles_of_association: "statuten",
  type_register_extract: "een uittreksel uit een register",
  type_certificate_of_incorporation: "een bewijs van inschrijving",
  type_ubo_declaration: "een verklaring over de uiteindelijke begunstigden",
  type_identity_document: "een identiteitsbewijs",
  type_utility_bill: "een energie- of waterrekening",
  type_bank_statement: "een rekeningafschrift",
  type_annual_accounts: "een jaarrekening",
  type_power_of_attorney: "een volmacht",
  type_tax_certificate: "een brief of attest van de fiscus",
  type_lease: "een huurcontract",
  type_invoice: "een factuur",
  type_unknown: "een ander document",

  // Why something was refused.
  refused_empty: "Het bestand is leeg. Kies het document opnieuw.",
  refused_too_large:
    "Het bestand is groter dan 20 MB. Maak het kleiner, bijvoorbeeld met een foto van lagere kwaliteit, of scan " +
    "het opnieuw.",
  refused_infected: "Onze virusscanner vond er iets schadelijks in. Stuur een andere kopie.",
  refused_moved: "We kunnen het bestand op uw toestel niet lezen. Kies het opnieuw.",
  refused_type: "Dit soort bestand kunnen we niet gebruiken. Dit kan hier wel: {formats}.",
  refused_photo: "U kunt ook een foto van het document maken.",
  refused_picture: "Is het een foto, bijvoorbeeld in HEIC? Bewaar ze als JPG en kies ze opnieuw, of maak een nieuwe.",
  refused_later: "We kunnen het nu even niet aannemen. Wacht een minuut en probeer opnieuw.",
  refused_too_many: "Er zijn al zo veel documenten dat we er geen meer kunnen aannemen. Neem contact met ons op.",
  refused_too_many_uploads:
    "Er werden te veel bestanden half verstuurd. Wacht een dag, of neem contact met ons op.",
  refused_not_asked: "Dit document wordt niet meer gevraagd. Laad de pagina opnieuw.",
  refused_moved_on: "Uw dossier ligt al bij ons. U kunt nu niets toevoegen.",
  refused_no_connection: "Er is geen verbinding. Kijk uw verbinding na en probeer opnieuw.",
  refused_other: "Er ging bij ons iets mis. Probeer het opnieuw.",
  refused_number: "Gebeurt het nog eens, geef ons dan dit nummer door: {number}.",

  // Answers.
  choose_option: "Kies …",
  choose_several: "U kunt er meer dan één kiezen.",
  text_full: "Dit veld is vol: er passen {most} tekens in.",
  wrong_missing: "Vul dit nog in.",
  wrong_answer: "Dit antwoord past niet bij de vraag. Kijk het nog eens na.",
  task_cannot: "Ik heb dit document niet",
  task_why: "Vertel ons waarom, of wat u in de plaats hebt",
  draft_saved: "Bewaard",
  draft_saving: "Wordt bewaard …",
  draft_waiting: "Nog niet bewaard. We blijven proberen.",
  draft_no_connection: "Nog niet bewaard – geen verbinding",
  draft_here_only: "Bewaard op dit toestel",
  draft_refused: "Niet bewaard. Kijk uw antwoorden na.",

  // Check and send.
  review_complete: "Alles is er. U kunt het nu versturen.",
  review_missing: { one: "Er ontbreekt nog {count} punt", other: "Er ontbreken nog {count} punten" },
  review_lacks: "Ontbreekt nog",
  review_left_out: "Niet ingevuld (niet verplicht)",
  review_change: "Wijzigen",
  review_add: "Toevoegen",
  review_busy: "Er is nog een bestand onderweg. Zodra het is aangekomen, kunt u alles versturen.",
  announce_missing: "Er ontbreken nog antwoorden. Ze staan op deze pagina.",
  confirm_title: {
    one: "Versturen terwijl er {count} document ontbreekt?",
    other: "Versturen terwijl er {count} documenten ontbreken?",
  },
  confirm_text: "U kunt alles ook zo versturen, maar dan vragen we het u waarschijnlijk later nog eens.",
  confirm_yes: "Toch versturen",
  confirm_no: "Terug",
  send: "Alles versturen",
  sending: "Wordt verstuurd …",
  not_sent: "Het is nog niet verstuurd.",
  moved_on: "Er is iets veranderd sinds u deze pagina opende. U ziet nu hoe het ervoor staat.",
  after_sending_1: "We kijken uw documenten en antwoorden na. Dat kan enkele werkdagen duren.",
  after_sending_2: "Hebben we nog iets nodig, dan vragen we het u via dezelfde link.",
  after_sending_3: "{brand} laat u weten wanneer het klaar is.",

  // Nothing to do.
  title_received: "Bedankt. We hebben alles ontvangen",
  text_received: "Uw documenten en antwoorden zijn bij {brand}. U hoeft nu niets te doen.",
  text_recorded: "Uw documenten en antwoorden zijn aangekomen en worden binnenkort bekeken. U hoeft nu niets te doen.",
  text_closed:
    "We vragen u hier niets meer. {brand} houdt u op de hoogte van het verdere verloop. Hebt u een vraag? Stel " +
    "ze aan {brand}.",
  after_review_1: "Iemand bekijkt uw documenten en antwoorden. Dat kan enkele werkdagen duren.",
  after_review_2: "Ontbreekt er iets, dan vragen we het u via dezelfde link. Bewaar hem dus.",
  after_review_3: "{brand} laat u weten wanneer het klaar is.",
  return_to: "Terug naar {brand}",

  // Links that do not work.
  door_wrong_title: "Deze link klopt niet",
  door_wrong_text: "Misschien ontbreekt er een stuk. Open de link in uw bericht opnieuw, of kopieer hem volledig.",
  door_expired_title: "Deze link werkt niet meer",
  door_expired_text: "Hij was maar een beperkte tijd geldig. Wat u al hebt gestuurd, is veilig bij ons.",
  door_offline_title: "Geen verbinding",
  door_offline_text:
    "We kunnen de server niet bereiken. Kijk uw verbinding na. Zodra ze terug is, gaat deze pagina vanzelf " +
    "verder.",
  door_later_title: "Kom over een ogenblik terug",
  door_later_text:
    "Er werkt iets niet bij ons. Wat u al hebt gestuurd, is veilig. Probeer het over enkele minuten opnieuw.",
  door_ask: "Vraag {brand} om een nieuwe link.",
  door_ask_contact: "Vraag {brand} om een nieuwe link: {contact}",
  door_ask_sender: "Vraag een nieuwe link aan het bedrijf dat u deze link stuurde.",

  // The foot.
  data_title: "Wat we met uw gegevens doen",
  data_what:
    "We verzamelen de documenten en antwoorden die u hier geeft, en wat openbare registers over uw onderneming " +
    "zeggen.",
  data_why: "De wet verplicht ons te weten wie onze klanten zijn. Daarvoor hebben we uw gegevens nodig.",
  data_who: "De mensen bij {brand} die uw dossier nakijken, zien ze, en ook de overheid als de wet dat oplegt.",
  data_more: "Meer over uw gegevens en uw rechten (opent in een nieuw tabblad)",
  software_title: "Hoe we software en AI gebruiken",
  software_what:
    "Software, waaronder mogelijk artificiële intelligentie (AI), helpt om documenten te sorteren en te lezen.",
  software_people: "Ze beslist niets. De mensen bij {brand} beslissen, en u kunt ze altijd om uitleg vragen.",
  ask_brand: "Vragen? Stel ze aan {brand}.",
  ask_contact: "Vragen? Stel ze aan {brand}: {contact}.",
  link_until: "Deze link werkt tot {day}.",
};
