package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lianzhi.test.Api;
import tools.jackson.databind.JsonNode;

/** An officer, or somebody of a laboratory, at work on one case. */
record Bureau(Api api, String side, String bureau, String caseId) {

    static Bureau jianghua(Api anybody, String caseId) {
        return new Bureau(anybody.as("hn", "431129-branch", "officer"), "hn", "431129-branch", caseId);
    }

    static Bureau fuchuan(Api anybody, String caseId) {
        return new Bureau(anybody.as("gx", "451123-branch", "officer"), "gx", "451123-branch", caseId);
    }

    JsonNode page() {
        Api.Answer answer = api.get("/api/v1/cases/" + caseId);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    Api.Answer ask(String path, String body) {
        return api.post("/api/v1/cases/" + caseId + path, body.replace('\'', '"'));
    }

    /** What is to be done with a paper, by somebody who has read it as it is now. */
    String reading(String paper, String body) {
        JsonNode drafts = api.get("/api/v1/cases/" + caseId + "/papers").json();
        String at = Stream.concat(stream(drafts.path("items")), stream(drafts.path("issued")))
                .filter(draft -> draft.path("id").asString().equals(paper))
                .map(draft -> draft.path("at").asString())
                .findFirst()
                .orElseThrow();
        return body.replace("}", ",'preparedAt':'%s'}".formatted(at));
    }

    /** Asks, and is given it: the id in the receipt. */
    String does(String path, String body) {
        Api.Answer answer = ask(path, body);
        assertThat(answer.status()).as(path + " " + answer.text()).isBetween(200, 201);
        return answer.json().path("id").asString();
    }

    void acknowledge() {
        does("/acknowledgement", "{}");
    }

    String proposeVisit() {
        return does(
                "/inspections",
                "{'startsAt':'%s','meetingPoint':{'name':'at the farm'},'purpose':'See where it comes from'}"
                        .formatted(Instant.now().minusSeconds(7200)));
    }

    void recordVisit(String ref, String capacity, String photo) {
        does(
                "/inspections/" + ref + "/record",
                ("{'startedAt':'%s','endedAt':'%s','place':{'county':'451123','name':'farm'},'capacity':'%s',"
                                + "'inspectors':%s,'weather':'rain','notes':'The drain carries waste water',"
                                + "'photos':[%s]}")
                        .formatted(
                                Instant.now().minusSeconds(7000),
                                Instant.now().minusSeconds(5000),
                                capacity,
                                two(),
                                photo.isEmpty() ? "" : "'" + photo + "'"));
    }

    String takeSample(String seal) {
        return does(
                "/samples",
                ("{'number':'S-1','part':'split','medium':'wastewater','grab':true,'point':{'county':'431129'},"
                                + "'takenAt':'%s','seal':'%s','takenBy':%s,'parameters':['cod','nh3-n']}")
                        .formatted(Instant.now().minusSeconds(4000), seal, two()));
    }

    void analyse(Api laboratory, String sample, String code, String seal) {
        does(
                "/samples/" + sample + "/dispatch",
                "{'laboratory':'%s','seal':'%s','handedOverAt':'%s'}"
                        .formatted(code, seal, Instant.now().minusSeconds(3000)));
        Bureau at = new Bureau(laboratory, side, code, caseId);
        at.does(
                "/samples/" + sample + "/receipt",
                "{'sealIntact':true,'receivedAt':'%s'}".formatted(Instant.now().minusSeconds(2000)));
        at.does(
                "/samples/" + sample + "/results",
                ("{'standard':'gb-18596-2001','analysedAt':'%s','lines':[{'parameter':'cod','value':'1200','unit':'mg/L','belowDetection':false,'method':'HJ"
                    + " 828'},{'parameter':'nh3-n','value':'40','unit':'mg/L','belowDetection':false,'method':'HJ"
                    + " 535'}]}")
                        .formatted(Instant.now().minusSeconds(1000)));
    }

    String proposeFinding(String evidence) {
        return does(
                "/findings",
                ("{'establishedCause':'Overflow into the storm drain','source':'pig farm','pathway':'storm drain',"
                                + "'outlet':{'county':'431129'},'affectedWater':'reservoir','evidence':['%s']}")
                        .formatted(evidence));
    }

    void verify(String order, String capacity) {
        String digest = find(page().path("orders"), order)
                .path("measures")
                .path(0)
                .path("done")
                .path("digest")
                .asString();
        does(
                "/orders/" + order + "/measures/m1/verification",
                "{'digest':'%s','capacity':'%s','remarks':'in place'}".formatted(digest, capacity));
    }

    /** @param shams ids in quotation marks of measures that were for show only */
    void looksAgain(String order, Instant at, String shams) {
        String accepted = find(page().path("orders"), order)
                .path("afterCheck")
                .path("accepted")
                .asString();
        does(
                "/orders/" + order + "/after-check",
                ("{'accepted':'%s','checkedAt':'%s','place':{'county':'451123','name':'farm'},'capacity':'enforcing','inspectors':%s,'weather':'after-rain','account':'Seen"
                    + " after the rain','shams':[%s]}")
                        .formatted(accepted, at, two(), shams));
    }

    void sign() {
        sign("rectified-and-verified");
    }

    void sign(String outcome) {
        JsonNode closure = page().path("closure");
        assertThat(texts(closure.path("outcomes"))).contains(outcome);
        does(
                "/closure/signature",
                "{'digest':'%s','outcome':'%s'}"
                        .formatted(closure.path("digest").asString(), outcome));
    }

    String digestOf(String kind, String id) {
        return find(page().path(kind), id).path("digest").asString();
    }

    private String two() {
        return "[{'bureau':'%1$s','person':'o-1','credentialsShown':true},{'bureau':'%1$s','person':'o-2','credentialsShown':true}]"
                .formatted(bureau);
    }

    static JsonNode find(JsonNode list, String id) {
        return stream(list)
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + list));
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Stream<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asString);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
