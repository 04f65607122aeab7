"""Sentences of our own with their statements marked: [[source]] ((cue)) {{content}}; a content may have parts."""

# fmt: off
INDIRECT = [
    "[[The minister]] ((said)) that {{the port would open on Monday}}.",
    "[[The minister]] ((said)) {{the port would open within days}}.",
    "[[The minister]] ((has said)) that {{no talks are planned}}.",
    "[[A spokesperson for the ministry]] ((did not rule out)) {{further talks}}.",
    "{{The port would open within days}}, [[the minister]] ((said)).",
    "{{The port would open within days}}, ((said)) [[the minister]].",
    "{{The port}}, [[the minister]] ((said)), {{would open within days}}.",
    "{{To keep the corridor open}}, [[the minister]] ((said)), {{both sides must talk}}.",
    "[[The spokesperson]] ((told)) reporters that {{the delegation had left}}.",
    "[[The spokesperson]] ((told)) reporters on Friday that {{the delegation had left}}.",
    "[[The ambassador]] ((warned)) that {{the truce might not hold}}.",
    "[[The ambassador]] ((argued)) that {{sanctions work slowly}}.",
    "[[The envoy]] ((insisted)) {{she had not threatened anyone}}.",
    "[[The envoy]] ((acknowledged)) that {{the visit had been postponed}}.",
    "[[The two ministers]] ((agreed)) that {{the commission should meet again}}.",
    "[[The ministry]] ((announced)) that {{it would recall its ambassador}}.",
    "[[The committee]] ((concluded)) that {{the shipment had been lawful}}.",
    "[[The president]] ((admitted)) {{the talks had failed}}.",
    "[[The deputy minister]] ((pointed out)) that {{the treaty had expired}}.",
    "[[The prime minister]] ((reiterated)) that {{the border would stay open}}.",
    "[[The secretary]] ((emphasised)) that {{aid must reach the north}}.",
    "[[The delegation]] ((complained)) that {{the agenda had been changed}}.",
    "[[The general]] ((claimed)) {{his troops had withdrawn}}.",
    "[[The lawyer]] ((contended)) that {{the detention was illegal}}.",
    "[[The minister, who was travelling]], ((said)) {{the talks would go on}}.",
    "[[The two sides]] ((confirmed)) that {{the hotline was working}}.",
    "[[The governor]] ((hinted)) that {{he might resign}}.",
    "[[The council]] ((declared)) that {{the vote was void}}.",
    "[[The ministry]] ((denied)) that {{any prisoners had been moved}}.",
]

WHO = [
    "[[Neighbours]] ((said)) {{they had heard shots}}.",
    "[[The company's filing]] ((said)) {{the contract had ended}}.",
    "[[A senior official who asked not to be named]] ((said)) {{the offer stood}}.",
    "[[The readout]] ((said)) {{the two leaders discussed grain}}.",
    "[[The embassy's statement]] ((added)) that {{visas would be issued again}}.",
    "[[Analysts at the bank]] ((predicted)) that {{prices would fall}}.",
    "[[Diplomats from three countries]] ((reported)) that {{the text was agreed}}.",
    "[[One of the negotiators]] ((recalled)) that {{the room went silent}}.",
    "[[The head of the delegation, a former judge]], ((stressed)) that {{the deadline was firm}}.",
    "[[The mayor and the governor]] ((urged)) {{residents to leave the city}}.",
    "The ministry, [[which]] ((said)) {{it had no comment}}, closed early.",
    "The envoy met reporters and ((said)) {{the offer had expired}}.",
    "The minister left the hall, ((saying)) {{the meeting was over}}.",
    "[[Several witnesses]] ((said)) {{they had no choice}}.",
]

DIRECT = [
    "“{{We will keep talking}},” [[the minister]] ((said)).",
    "“{{We will keep talking}},” ((said)) [[the minister]].",
    "\"{{We will keep talking}},\" [[the minister]] ((said)).",
    "«{{We will keep talking}}», [[the minister]] ((said)).",
    "''{{We will keep talking}},'' [[the minister]] ((said)).",
    "“{{Will they come?}}” [[the envoy]] ((asked)).",
    "“{{They must leave now!}}” [[the envoy]] ((demanded)).",
    "[[The minister]] ((said)): “{{We will keep talking.}}”",
    "[[The minister]] ((said)), “{{We will keep talking.}}”",
    "[[The minister]] ((added)): \"{{The door remains open.}}\"",
    "“{{We will}},” [[the minister]] ((said)), “{{keep talking until the end.}}”",
    "“{{The road is open}},” [[the commander]] ((said)), “{{but it is not safe at night.}}”",
    "“{{The road is open. It is not safe at night}},” [[the commander]] ((said)).",
    "[[The ambassador]] ((wrote)): “{{Our position has not changed.}}”",
    "[[The ministry]] ((tweeted)): “{{All staff are safe.}}”",
    "[[The minister]] ((told)) reporters: “{{We are ready for talks.}}”",
    "“{{We are ready for talks}},” [[the minister]] ((told)) reporters on Tuesday.",
    "“{{Nobody was hurt}},” ((said)) [[a spokesperson for the regional police]].",
    "“{{Nobody was hurt}}” — [[the spokesperson]] ((said)).",
    "„{{We will keep talking}}“, [[the minister]] ((said)).",
    "”{{We will keep talking}},” [[the minister]] ((said)).",
    "“{{He called it ‘a small step’ and left}},” [[the envoy]] ((said)).",
    "“{{They said “never” to every plan we had}},” [[the envoy]] ((recalled)).",
    "“{{We have waited too long}},” [[the chief negotiator, a lawyer by training]], ((said)).",
    "[[The minister]] ((replied)), \"{{We will see about that}}\"",
    "[[The minister]] ((said)):\n\n“{{We will keep talking.}}”",
]

MIXED = [
    "[[The government]] ((said)) {{the talks had been “open and useful”}}.",
    "[[The ministry]] ((called)) {{the vote “a serious mistake”}}.",
    "[[The envoy]] ((described)) {{the meeting as “frank”}}.",
    "[[The general]] ((said)) that {{“no one should doubt” the resolve of his troops}}.",
    "{{The plan was “dead on arrival,”}} [[the senator]] ((said)).",
    "[[The minister]] ((warned)) {{“grave consequences” would follow the strike}}.",
    "[[The ministry]] ((accused)) {{the council of “a blatant double standard”}}.",
    "[[The president]] ((vowed)) {{to “finish the work” within a year}}.",
    "[[The envoy]] ((saw)) {{the call as “a step too far”}}.",
]

TO_DO = [
    "[[The union]] ((pledged)) {{to send more ambulances}}.",
    "[[The government]] ((promised)) {{to publish the report}}.",
    "[[The rebels]] ((threatened)) {{to close the strait}}.",
    "[[The bank]] ((refused)) {{to release the funds}}.",
    "[[The prime minister]] ((vowed)) {{not to resign}}.",
    "[[The council]] ((urged)) {{both sides to return to talks}}.",
    "[[The council]] ((called on)) {{the two armies to withdraw}}.",
    "[[The secretary]] ((asked)) the committee {{to wait for a week}}.",
    "[[The alliance]] ((offered)) {{to train the new army}}.",
    "[[The minister]] ((demanded)) {{the release of the crew}}.",
    "[[The ministry]] ((called for)) {{an immediate ceasefire}}.",
    "[[The ministry]] ((appealed to)) {{donors to keep their word}}.",
]

STANCE = [
    "[[The president]] ((praised)) {{the army for its restraint}}.",
    "[[The ministry]] ((condemned)) {{the attack on the convoy}}.",
    "[[The opposition]] ((criticised)) {{the decision to close the airport}}.",
    "[[The ambassador]] ((blamed)) {{the militia for the delay}}.",
    "[[The commission]] ((rejected)) {{the proposal}}.",
    "[[The bishops]] ((welcomed)) {{the agreement on prisoners}}.",
    "[[The ministry]] ((dismissed)) {{the report as propaganda}}.",
    "[[The union]] ((expressed)) {{concern over the arrests}}.",
    "[[The ministers]] ((reaffirmed)) {{their commitment to the treaty}}.",
    "[[The leaders]] ((underscored)) {{the need for a ceasefire}}.",
    "[[The envoy]] ((warned of)) {{a new wave of refugees}}.",
    "[[The senator]] ((complained about)) {{the cost of the mission}}.",
    "[[The ministry]] ((apologised for)) {{the delay}}.",
    "{{The raid}} ((was condemned)) by [[the council]].",
    "[[The premier]] ((defended)) {{the decision to hold the vote}}.",
]

PHRASES = [
    "((According to)) [[the ministry]], {{the port is closed}}.",
    "{{The port is closed}}, ((according to)) [[the ministry]].",
    "{{The port}}, ((according to)) [[two officials]], {{is closed}}.",
    "((According to)) [[data from the shipping firm]], {{exports fell by half}}.",
    "((In the words of)) [[the envoy]], {{the deal is fragile}}.",
    "As [[the envoy]] ((put it)), {{the deal is fragile}}.",
    "{{The deal is fragile}}, as [[the envoy]] ((noted)).",
]

NOUNS = [
    "[[His]] ((claim)) that {{the ballots were forged}} was rejected.",
    "[[The minister's]] ((promise)) {{to resign}} surprised everyone.",
    "[[Moscow's]] ((demand)) that {{the sanctions be lifted}} was discussed.",
    "[[The ministry's]] ((announcement)) that {{talks had ended}} came late.",
    "[[The army's]] ((denial)) that {{any bridge was hit}} was not believed.",
    "[[The government]] made a ((pledge)) {{to reopen the embassy}}.",
]

REWRITTEN = [
    "[[The minister]] ((mentioned)) that {{the port was open}}.",
    "[[The minister]] ((proclaimed)) that {{the port was open}}.",
    "[[The minister]] ((articulated)) that {{the port was open}}.",
    "[[The minister]] ((communicated)) that {{the port was open}}.",
    "[[The minister]] ((advised)) that {{the port was open}}.",
    "[[The minister]] ((opined)) that {{the port was open}}.",
]

WIDE = [
    "[[Traders]] ((hope)) {{to return next year}}.",
    "[[The minister]] ((believes)) {{that the truce will hold}}.",
    "[[The minister]] ((is confident)) {{that the truce will hold}}.",
    "[[The envoy]] ((was sure)) {{they would sign}}.",
    "[[Voters]] ((are worried about)) {{prices}}.",
    "[[The survey]] ((shows)) {{that support has fallen}}.",
    "[[The council]] ((plans)) {{to vote on Tuesday}}.",
    "[[Farmers]] ((fear)) {{a long drought}}.",
    "[[The party]] ((supports)) {{the reform}}.",
    "[[His]] ((belief)) {{that the war would be short}} was shared.",
]
# fmt: on
