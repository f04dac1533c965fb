"""Words that say nothing by themselves, in each of the portal's languages: with them a request is put politely.

They ask, thank, join and point; the papers that any request is about and the company that it goes to are among them.
None of them denies, doubts or gives a reason, and none names anything else that could be asked for: a sentence that is
made of a request's own words and of these asks for what the request asks for.
"""

from schemas.template import PortalLanguage

_ENGLISH = """
please kindly kind could can would will may be so as if you your us we our appreciate grateful glad happy like help
thank thanks very much ask asking request let know send sending share provide providing upload uploading give submit
forward attach tell indicate state confirm describe mention answer copy document documents file files information
details company companies business firm latest current most following soon earliest possible convenience time a an the
this that these those it its they them their each every any all both of in on at by for from with to into and or also
well when where which who whom whose what how is are was were been has have had do does there here one ones s same
such
"""
_DUTCH = """
wilt wil willen u uw ons onze wij we kunt kan kunnen zou zouden graag alstublieft aub gelieve vriendelijk vriendelijke
verzoeken verzoek vragen vraag bedankt dank danken alvast hartelijk gerust zo goed bezorgen sturen toesturen toe op
laden opsturen doorsturen zenden toezenden ontvangen uploaden opladen geven opgeven doorgeven meedelen mee delen laten
laat weten vermelden bevestigen beschrijven toelichten bijvoegen indienen aanleveren antwoorden beantwoorden antwoord
kopie document documenten bestand bestanden gegevens informatie onderneming bedrijf vennootschap firma recentste
laatste huidige volgende snel spoedig mogelijk zodra de het een dit dat deze die er hier van voor op in aan bij met om
te tot uit naar door en of als zoals ook daarbij daarvan ervan erop waar waarop waarvan waarin wie wiens wat welke
welk hoe wanneer elk elke ieder ieders iedere alle allen zij hen hun ze is zijn bent was waren wordt worden heeft hebt
hebben staat staan moet moeten mag
"""
_FRENCH = """
veuillez pourriez pouvez voudriez voulez vouloir bien vous votre vos nous notre nos merci s il plait svp remercions
prions prie saurions gre serions reconnaissants aimable amabilite gentillesse avance avoir envoyer transmettre fournir
communiquer parvenir faire adresser remettre charger telecharger televerser indiquer preciser dire donner confirmer
decrire mentionner joindre repondre reponse copie document documents fichier fichiers information informations
renseignements societe entreprise firme dernier derniere derniers dernieres actuel actuelle suivant suivante possible
rapidement des le la les l un une du de d au aux ce cet cette ces celui celle ceux celles c elle ils elles en y et ou
qui que qu quel quelle quels quelles dont lequel laquelle lesquels lesquelles chaque chacun chacune tout toute tous
toutes dans sur pour concernant par avec a est sont etre soit soient ont ait doit doivent peut peuvent si comme ainsi
aussi egalement tel telle tels telles
"""
_GERMAN = """
bitte bitten wir uns unser unsere unserer unseren sie ihr ihre ihrer ihres ihrem ihren ihnen könnten können würden
möchten wären dankbar verbunden freundlich freundlicherweise höflich gern gerne danke dank vielen herzlichen so senden
zusenden zuzusenden schicken zukommen lassen laden hoch hochladen hochzuladen übermitteln übersenden bereitstellen
einreichen geben angeben mitteilen teilen nennen beschreiben beantworten antwort bestätigen beifügen kopie dokument
dokumente unterlage unterlagen datei dateien angaben information informationen unternehmen unternehmens firma
gesellschaft betrieb betriebs letzten aktuelle aktuellen folgende folgenden möglich möglichst bald sobald der die das
dem den des ein eine einen einem einer eines dies diese dieser dieses diesen diesem er es ihn und oder sowie auch als
wie wenn falls in im an am auf aus bei für mit von vom zu zum zur um nach durch welche welcher welches welchen wer wen
wem was wo wann jeder jede jedes jeden jeweils alle allen aller ist sind war hat haben wird werden sein kann soll
sollte sollten muss dass daraus darin dabei dafür hierzu
"""
COURTESY: dict[PortalLanguage, str] = {"en": _ENGLISH, "nl": _DUTCH, "fr": _FRENCH, "de": _GERMAN}
