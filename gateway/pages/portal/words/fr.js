/** The page in French. Every language has the same keys; `{…}` is filled in. Before : ; ! ? stands a narrow space. */
export default {
  language: "Langue",
  skip: "Aller au contenu",
  close: "Fermer",
  yes: "Oui",
  no: "Non",
  try_again: "Réessayer",
  what_next: "Que se passe-t-il ensuite ?",

  // The steps.
  steps: "Étapes",
  step_done: "terminé",
  step_documents: "Documents",
  step_questions: "Questions",
  step_tasks: "Nos demandes",
  step_review: "Vérifier et envoyer",
  title_documents: "Vos documents",
  title_questions: "Quelques questions",
  title_tasks: "Il nous faut encore quelque chose",
  title_review: "Vérifier et envoyer",
  title_closed: "Ce dossier est clôturé",
  lead_documents: "Veuillez nous envoyer les documents ci-dessous.",
  photo_will_do: "Une photo bien nette suffit.",
  lead_questions: "Veuillez répondre à ces questions avec vos propres mots.",
  lead_tasks: "Veuillez répondre aux points ci-dessous.",
  lead_review: "Relisez tout une dernière fois. Vous pouvez encore tout modifier.",
  progress: { one: "{done} sur {total} terminé", other: "{done} sur {total} terminés" },
  back: "Retour",
  on: "Continuer",
  optional: "facultatif",

  // Documents.
  formats: "Vous pouvez envoyer {formats}, jusqu'à 20 Mo.",
  one_file: "Un seul fichier par document. La carte a deux faces ? Mettez-les sur une même photo ou dans un même PDF.",
  choose_file: "Choisir un fichier",
  choose_another: "Envoyer un autre fichier",
  choose_same: "Choisir le même fichier",
  take_photo: "Prendre une photo",
  or_drop: "ou déposez-le ici",
  state_needed: "À envoyer",
  state_optional: "Facultatif",
  state_received: "Reçu",
  state_answered: "Répondu",
  state_on_its_way: "En cours d'envoi",
  state_interrupted: "Interrompu",
  state_not_accepted: "Non accepté",
  state_again: "À renvoyer",
  received_at: "reçu le {moment}",
  sent_documents: "Ce que vous avez envoyé",
  sent_before: {
    one: "Ce que vous avez déjà envoyé ({count} document)",
    other: "Ce que vous avez déjà envoyé ({count} documents)",
  },

  // A file on its way.
  upload_progress: "Envoi de {name}",
  upload_queued: "En attente : l'autre fichier doit d'abord arriver",
  upload_starting: "L'envoi commence…",
  upload_sending: "{share} – {sent} sur {size}",
  upload_waiting: "{share} – en attente de la connexion. L'envoi reprendra tout seul.",
  upload_held_up: "{share} – nous ne pouvons pas le recevoir pour le moment. Nous réessayons.",
  upload_interrupted:
    "L'envoi de « {name} » s'est arrêté à {share}. Choisissez de nouveau le même fichier : l'envoi reprendra là " +
    "où il en était.",
  upload_stopped:
    "Nous n'avons pas pu recevoir « {name} » pour le moment. Le problème vient de notre côté. Attendez un " +
    "instant et réessayez : ce qui est arrivé est conservé.",
  upload_refused: "« {name} » n'a pas été accepté.",
  not_taken_others:
    "Nous n'avons retenu que « {name} » : il n'y a de place ici que pour un seul fichier. Les autres en font " +
    "partie ? Mettez-les tous dans un même PDF.",
  not_taken_busy: "Nous n'avons pas retenu « {name} » : un autre fichier est encore en cours d'envoi ici.",
  same_file: "Nous avons déjà « {name} » ici : c'est le même fichier.",
  upload_cancel: "Annuler",
  upload_forget: "Oublier ce fichier",
  announce_sending: "Votre fichier est en cours d'envoi.",
  announce_received: "Votre fichier est arrivé.",
  announce_refused: "Votre fichier n'a pas été accepté. La raison est indiquée à côté du document.",
  announce_stopped:
    "Votre fichier n'a pas pu être reçu pour le moment. La marche à suivre est indiquée à côté du document.",
  announce_unreadable:
    "Votre fichier est arrivé, mais nous ne pouvons pas le lire. La marche à suivre est indiquée à côté du " +
    "document.",
  announce_another: "Votre fichier est arrivé. Il semble s'agir d'un autre document ; lisez la remarque à côté.",
  offline: "Pas de connexion. Ce que vous avez saisi est conservé. Tout reprendra dès que la connexion sera rétablie.",

  // What was found in a file.
  check_looking: "Nous examinons votre fichier…",
  check_readable: "Ce fichier est lisible.",
  check_another:
    "Ce fichier ressemble à {type}. Nous avions demandé : {name}. Si c'est bien le bon document, vous n'avez " +
    "rien à faire.",
  problem_missing_object: "Nous ne retrouvons plus ce fichier. Veuillez l'envoyer de nouveau.",
  problem_altered:
    "Un problème est survenu pendant l'envoi : ce n'est pas le fichier que vous avez envoyé. Veuillez l'envoyer " +
    "de nouveau.",
  problem_password_protected:
    "Ce fichier est protégé par un mot de passe. Veuillez envoyer une copie qui s'ouvre sans mot de passe.",
  problem_damaged:
    "Nous ne pouvons pas ouvrir ce fichier. S'ouvre-t-il sur votre appareil ? Enregistrez-le ou numérisez-le de " +
    "nouveau, puis envoyez la nouvelle version.",
  problem_no_pages: "Ce fichier ne contient aucune page. Veuillez envoyer le document complet.",
  problem_too_complex:
    "Ce fichier est trop complexe pour être ouvert en toute sécurité. Enregistrez-le ou numérisez-le en PDF " +
    "simple, puis envoyez ce PDF.",
  problem_unreadable_in_time:
    "Ce fichier met trop de temps à s'ouvrir. Enregistrez-le ou numérisez-le en PDF simple, puis envoyez ce PDF.",
  type_articles_of_association: "des statuts",
  type_register_extract: "un extrait de registre",
  type_certificate_of_incorporation: "une preuve d'immatriculation",
  type_ubo_declaration: "une déclaration des bénéficiaires effectifs",
  type_identity_document: "une pièce d'identité",
  type_utility_bill: "une facture d'énergie ou d'eau",
  type_bank_statement: "un relevé de compte",
  type_annual_accounts: "des comptes annuels",
  type_power_of_attorney: "une procuration",
  type_tax_certificate: "un courrier ou une attestation du fisc",
  type_lease: "un contrat de bail",
  type_invoice: "une facture",
  type_unknown: "un autre document",

  // Why something was refused.
  refused_empty: "Le fichier est vide. Choisissez de nouveau le document.",
  refused_too_large:
    "Le fichier dépasse 20 Mo. Réduisez-le, par exemple avec une photo de moindre qualité, ou numérisez-le de " +
    "nouveau.",
  refused_infected: "Notre antivirus y a trouvé un élément dangereux. Veuillez envoyer une autre copie.",
  refused_moved: "Nous ne pouvons pas lire le fichier sur votre appareil. Choisissez-le de nouveau.",
  refused_type: "Nous ne pouvons pas utiliser ce type de fichier. Formats acceptés ici : {formats}.",
  refused_photo: "Vous pouvez aussi prendre le document en photo.",
  refused_picture:
    "S'agit-il d'une photo, par exemple au format HEIC ? Enregistrez-la en JPG et choisissez-la de nouveau, ou " +
    "prenez-en une autre.",
  refused_later: "Nous ne pouvons pas le recevoir pour le moment. Attendez une minute et réessayez.",
  refused_too_many: "Nous avons déjà reçu trop de documents pour en accepter d'autres. Veuillez nous contacter.",
  refused_too_many_uploads: "Trop d'envois ont été commencés sans être terminés. Attendez un jour ou contactez-nous.",
  refused_not_asked: "Ce document n'est plus demandé. Rechargez la page.",
  refused_moved_on: "Votre dossier est déjà chez nous. Vous ne pouvez plus rien ajouter pour le moment.",
  refused_no_connection: "Il n'y a pas de connexion. Vérifiez-la et réessayez.",
  refused_other: "Un problème est survenu de notre côté. Veuillez réessayer.",
  refused_number: "Si cela se reproduit, indiquez-nous ce numéro : {number}.",

  // Answers.
  choose_option: "Choisissez…",
  choose_several: "Plusieurs choix sont possibles.",
  text_full: "Ce champ est plein : il peut contenir {most} caractères.",
  wrong_missing: "Veuillez répondre à ce point.",
  wrong_answer: "Cette réponse ne correspond pas à la question. Veuillez la vérifier.",
  task_cannot: "Je n'ai pas ce document",
  task_why: "Dites-nous pourquoi, ou ce que vous avez à la place",
  draft_saved: "Enregistré",
  draft_saving: "Enregistrement…",
  draft_waiting: "Pas encore enregistré. Nous continuons d'essayer.",
  draft_no_connection: "Pas encore enregistré – pas de connexion",
  draft_here_only: "Conservé sur cet appareil",
  draft_refused: "Non enregistré. Veuillez vérifier vos réponses.",

  // Check and send.
  review_complete: "Tout est là. Vous pouvez maintenant l'envoyer.",
  review_missing: { one: "Il manque encore {count} élément", other: "Il manque encore {count} éléments" },
  review_lacks: "Manque encore",
  review_left_out: "Non rempli (facultatif)",
  review_change: "Modifier",
  review_add: "Ajouter",
  review_busy: "Un fichier est encore en cours d'envoi. Vous pourrez tout envoyer dès qu'il sera arrivé.",
  announce_missing: "Il manque encore des réponses. Elles sont indiquées sur cette page.",
  confirm_title: {
    one: "Envoyer alors qu'il manque {count} document ?",
    other: "Envoyer alors qu'il manque {count} documents ?",
  },
  confirm_text: "Vous pouvez tout envoyer ainsi, mais nous vous le redemanderons probablement plus tard.",
  confirm_yes: "Envoyer quand même",
  confirm_no: "Retour",
  send: "Tout envoyer",
  sending: "Envoi…",
  not_sent: "Rien n'a encore été envoyé.",
  moved_on: "La situation a changé depuis que vous avez ouvert cette page. Cette page est maintenant à jour.",
  after_sending_1: "Nous vérifions vos documents et vos réponses. Cela peut prendre quelques jours ouvrables.",
  after_sending_2: "S'il nous faut autre chose, nous vous le demanderons via ce même lien.",
  after_sending_3: "{brand} vous préviendra quand ce sera terminé.",

  // Nothing to do.
  title_received: "Merci. Nous avons tout reçu",
  text_received: "Vos documents et vos réponses sont chez {brand}. Vous n'avez rien à faire pour le moment.",
  text_recorded:
    "Vos documents et vos réponses sont arrivés et seront bientôt traités. Vous n'avez rien à faire pour le " +
    "moment.",
  text_closed:
    "Nous ne vous demandons plus rien ici. {brand} vous informera de la suite. Une question ? Adressez-vous à " +
    "{brand}.",
  after_review_1: "Une personne examine vos documents et vos réponses. Cela peut prendre quelques jours ouvrables.",
  after_review_2: "S'il manque quelque chose, nous vous le demanderons via ce même lien. Conservez-le donc.",
  after_review_3: "{brand} vous préviendra quand ce sera terminé.",
  return_to: "Retour vers {brand}",

  // Links that do not work.
  door_wrong_title: "Ce lien n'est pas correct",
  door_wrong_text:
    "Il en manque peut-être une partie. Ouvrez de nouveau le lien de votre message, ou copiez-le en entier.",
  door_expired_title: "Ce lien ne fonctionne plus",
  door_expired_text:
    "Il n'était valable que pour une durée limitée. Ce que vous avez déjà envoyé est en sécurité chez nous.",
  door_offline_title: "Pas de connexion",
  door_offline_text:
    "Nous n'arrivons pas à joindre le serveur. Vérifiez votre connexion. Dès qu'elle sera rétablie, cette page " +
    "continuera toute seule.",
  door_later_title: "Revenez dans un instant",
  door_later_text:
    "Quelque chose ne fonctionne pas de notre côté. Ce que vous avez déjà envoyé est en sécurité. Réessayez dans " +
    "quelques minutes.",
  door_ask: "Demandez un nouveau lien à {brand}.",
  door_ask_contact: "Demandez un nouveau lien à {brand} : {contact}",
  door_ask_sender: "Demandez un nouveau lien à l'entreprise qui vous l'a envoyé.",

  // The foot.
  data_title: "Ce que nous faisons de vos données",
  data_what:
    "Nous recueillons les documents et les réponses que vous donnez ici, ainsi que ce que disent les registres " +
    "publics sur votre société.",
  data_why: "La loi nous oblige à savoir qui sont nos clients. C'est pour cela que nous avons besoin de vos données.",
  data_who:
    "Les personnes qui vérifient votre dossier chez {brand} les voient, ainsi que les autorités lorsque la loi " +
    "l'exige.",
  data_more: "En savoir plus sur vos données et vos droits (s'ouvre dans un nouvel onglet)",
  software_title: "Comment nous utilisons les logiciels et l'IA",
  software_what:
    "Des logiciels, qui peuvent comprendre de l'intelligence artificielle (IA), aident à trier et à lire les " +
    "documents.",
  software_people:
    "Ils ne décident de rien. Ce sont les personnes chez {brand} qui décident, et vous pouvez toujours leur " +
    "demander une explication.",
  ask_brand: "Des questions ? Adressez-vous à {brand}.",
  ask_contact: "Des questions ? Adressez-vous à {brand} : {contact}.",
  link_until: "Ce lien fonctionne jusqu'au {day}.",
};
