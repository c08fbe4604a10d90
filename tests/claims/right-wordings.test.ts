import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../src/claims/extract.js';
import { parseDocument } from '../../src/document/document.js';

async function rightsIn(text: string): Promise<string[]> {
  const document = await parseDocument(`# Privacy policy\n\n${text}\n`, { path: 'policy.md' });
  const rights = extractClaims(document).flatMap((claim) =>
    claim.kind === 'right' && claim.polarity === 'affirmed' ? [claim.value.right] : [],
  );
  return [...new Set(rights)];
}

describe('rights in plain words', () => {
  it.each([
    ['access', 'You are entitled to see what we hold about you.'],
    ['access', 'You can ask to look at what we have on file about you.'],
    ['access', 'Ask us at any time which of your data we have and we will send you a copy.'],
    ['access', 'We will tell you what personal data we keep about you if you ask.'],
    ['access', 'On request we provide information on the data stored about your person.'],
    ['access', 'You have a right to be informed about the data we store on you, free of charge.'],
    ['access', 'Anyone can obtain a summary of their records by writing to us.'],
    ['access', 'You can get hold of a copy of everything we know about you.'],
    ['access', 'You may inspect your file.'],
    ['access', 'Individuals may request sight of the data we hold on them.'],
    ['access', 'You have the right to request confirmation as to whether personal data concerning you are being processed.'],
    ['access', 'Request a copy of your information by emailing us.'],
    ['rectification', 'You are entitled to have mistakes put right.'],
    ['rectification', 'You may ask us to fix anything that is wrong in your data.'],
    ['rectification', 'If any of your details are wrong, tell us and we will correct them.'],
    ['rectification', 'You can have inaccurate data amended.'],
    ['rectification', 'Ask us to set the record straight where our information about you is out of date.'],
    ['rectification', 'You may require us to complete data that is incomplete.'],
    ['rectification', 'You can change your name and e-mail address in the settings at any time.'],
    ['rectification', 'We will update your record when you let us know that something has changed.'],
    ['rectification', 'You have the right to demand the correction of incorrect data.'],
    ['rectification', 'You can ask for errors in your data to be corrected.'],
    ['rectification', 'You may request that inaccurate personal information be revised.'],
    ['rectification', 'Should any of the data be incorrect, you may have it corrected.'],
    ['erasure', 'You are entitled to have data wiped.'],
    ['erasure', 'You can ask us to get rid of your data.'],
    ['erasure', 'Ask us to delete everything we know about you.'],
    ['erasure', 'You may have your data removed from our systems.'],
    ['erasure', 'You may close your account, and all data in it is then erased.'],
    ['erasure', 'You can tell us to destroy the records we keep on you.'],
    ['erasure', 'If you want us to forget you, send us an e-mail.'],
    ['erasure', 'You may request that we dispose of your personal information.'],
    ['erasure', 'You can demand that your data be deleted.'],
    ['erasure', 'We will delete your information if you ask us to.'],
    ['erasure', 'Users may at any time have their personal data taken off our servers.'],
    ['erasure', 'To have your data purged, use the button in your profile.'],
    ['erasure', 'You may ask for your information to be scrubbed from our databases.'],
    ['erasure', 'You have a right to cancellation of the data we store.'],
    ['restriction', 'You are entitled to have processing put on hold.'],
    ['restriction', 'You can have us pause while we look into it.'],
    ['restriction', 'You can ask us to pause the use of your data while we check it.'],
    ['restriction', 'You may ask us to freeze the processing of your data.'],
    ['restriction', 'You can have us limit what we do with your data.'],
    ['restriction', 'You may demand that processing be restricted.'],
    ['restriction', 'In some cases you may have the use of your data blocked.'],
    ['restriction', 'Ask us to suspend processing, for example while its accuracy is being checked.'],
    ['restriction', 'You may have the right to limit our use of your information.'],
    ['restriction', 'You may request a temporary halt to the processing.'],
    ['restriction', 'You can ask that we only store your data and do nothing else with it.'],
    ['portability', 'You are entitled to receive your data in a format that a machine can read.'],
    ['portability', 'You can take your data with you to another provider.'],
    ['portability', 'You may have your data passed on to another company.'],
    ['portability', 'You can download your data as a JSON or CSV file.'],
    ['portability', 'You may ask us to move your information to a different service.'],
    ['portability', 'You can export all your data from the settings page.'],
    ['portability', 'You have the right to get your data in a structured, commonly used format.'],
    ['portability', 'You may ask for an electronic copy of your data that other services can read.'],
    ['portability', 'You may ask us to transfer your data directly to someone else.'],
    [
      'portability',
      'You may have the data that you have provided to us handed over to you or to a third party in a common, machine-readable format.',
    ],
    ['portability', 'You can request your data in a reusable format.'],
    ['objection', 'You may say no to processing that rests on our interests.'],
    ['objection', 'You can object when we rely on legitimate interests.'],
    ['objection', 'You may oppose the use of your data for statistics.'],
    ['objection', 'You are free to refuse processing based on legitimate interest.'],
    ['objection', 'You may protest against processing for reasons arising from your particular situation.'],
    ['objection', 'You may challenge our processing where it is based on our legitimate interests.'],
    ['objection', 'You have the right to raise an objection to how we use your data.'],
    ['objection', 'Object to our processing of your data at any time by contacting us.'],
    ['withdraw-consent', 'Your consent may be taken back whenever you like.'],
    ['withdraw-consent', 'You can change your mind about consent at any time.'],
    ['withdraw-consent', 'You may take back your consent at any moment.'],
    ['withdraw-consent', 'You can revoke your agreement at any time with effect for the future.'],
    ['withdraw-consent', 'Consent can be withdrawn at any time by e-mail.'],
    ['withdraw-consent', 'You are free to retract your consent.'],
    ['withdraw-consent', 'You may rescind the consent you gave us.'],
    ['withdraw-consent', 'If we rely on consent, you may change your mind at any time.'],
    ['withdraw-consent', 'You may opt out of processing to which you consented at any time.'],
    ['withdraw-consent', 'Consent is voluntary and may be revoked by you at any time.'],
    ['withdraw-consent', 'You have the right to withdraw a given consent with future effect.'],
    ['withdraw-consent', 'You can undo your consent in the settings.'],
    ['complaint', 'If you are unhappy you may turn to the data protection authority.'],
    ['complaint', "You may report us to the Information Commissioner's Office."],
    ['complaint', 'You can contact your local data protection regulator if you think we mishandle your data.'],
    ['complaint', 'If you believe that we break the law, you can raise the matter with the supervisory authority in your country.'],
    ['complaint', 'You may bring a complaint before the CNIL.'],
    ['complaint', 'You may also lodge a grievance with the data protection commissioner.'],
    ['complaint', 'You can take your concerns to the Dutch Data Protection Authority.'],
    ['complaint', 'You are entitled to complain to the Datatilsynet.'],
    ['complaint', 'Complaints can be made to the Office of the Data Protection Ombudsman.'],
    ['complaint', 'If you are not satisfied with our answer, you may escalate it to the regulator.'],
    ['complaint', 'You may appeal to the supervisory authority.'],
    ['complaint', 'You have the right to approach the competent supervisory authority.'],
    ['complaint', 'If we do not resolve your concern, you may refer it to the ICO.'],
    ['complaint', 'Address your complaint to: Autoriteit Persoonsgegevens, Postbus 93374, The Hague.'],
    ['no-automated-decision', 'You may ask that a person, not a computer, makes the decision.'],
    ['no-automated-decision', 'You have the right not to be subject to a decision based solely on automated processing.'],
    ['no-automated-decision', 'You can ask for a human to review a decision made by our algorithm.'],
    ['no-automated-decision', 'You may request human intervention in automated decisions.'],
    ['no-automated-decision', 'You have a right not to have decisions about you made by computer alone.'],
    ['no-automated-decision', 'You may contest a decision taken solely by automated means.'],
    ['withdraw-consent', 'Your consent, which you may take back whenever you like, is the ground.'],
    ['complaint', 'Not happy with us? The Data Protection Commission, 6 Pembroke Row, Dublin, hears complaints.'],
    ['portability', 'You have the right to obtain the data in a transferable form.'],
    ['portability', 'You can demand transfer of the data to another administrator.'],
  ])('%s: %s', async (name, text) => {
    expect(await rightsIn(text)).toEqual([name]);
  });
});

describe('rights told one after the other', () => {
  it('go on behind semicolons', async () => {
    const told = await rightsIn(
      'You may obtain a copy of your data in intelligible form; have them brought up to date; have them cancelled; have their treatment limited; oppose any treatment founded on our legitimate interest.',
    );
    expect([...told].sort()).toEqual(['access', 'erasure', 'objection', 'rectification', 'restriction']);
  });

  it('end where somebody else goes on', async () => {
    expect(await rightsIn('You may write to us about your data; we correct and delete entries each spring.')).toEqual([]);
  });
});

describe('what only sounds like a right', () => {
  it.each([
    'You can see which cookies we use in the table below.',
    'You may block cookies in your browser.',
    'You can download our app from the store.',
    'We pass your data on to another company that prints the invoices.',
    'You can report another user to our moderators.',
    'You may say no to cookies.',
    'You can pause your subscription at any time.',
    'You may cancel your subscription at any time.',
    'You can stop using the service at any time.',
    'You can freeze your card in the app.',
    'You can move files to another folder.',
    'We may ask you to correct your payment details.',
    'If your card details are wrong, the payment fails.',
    'We stop processing your order when you cancel it.',
    'You can find out more about how Google uses data at google.com.',
    'You can find out what data Google collects in its privacy policy.',
    'Your bank may put a hold on the payment.',
    'We may refuse processing of orders that look fraudulent.',
    'You can see your order history in your account.',
    'We keep a copy of your passport.',
    'A person reads every message that you send us.',
    'We may report crimes to the authorities.',
    'We are entitled to see what you post in public groups.',
    'We may be required to hand over your data to the police.',
    'You may not take our content with you.',
    'You can undo your last edit.',
    'You can change your mind and return the product within 14 days.',
    'If you refuse to give your data, we cannot open an account.',
    'We dispose of paper records in locked bins.',
    'Our staff may look at what we have on file about you.',
    'Contact the regulator of your telecom provider for coverage maps.',
    'We wipe our servers before we sell them.',
    'You may contest a penalty fare within 21 days.',
    'We suspend accounts that break our rules.',
  ])('%s', async (text) => {
    expect(await rightsIn(text)).toEqual([]);
  });
});
