package org.claimtrail.proof.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.history.Hash;
import org.claimtrail.proof.Checkpoint;
import org.claimtrail.proof.Checkpoints;
import org.claimtrail.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The checkpoints of the history, and how the later ones follow from the earlier, for everybody. */
@Controller
class CheckpointController {

    private static final int PAGE = 30;

    private final Checkpoints checkpoints;

    CheckpointController(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @GetMapping("/checkpoints")
    String list(@RequestParam(required = false) @Nullable String before, Model model) {
        List<Checkpoint> found = checkpoints.page(number(before), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Checkpoint> rows = more ? found.subList(0, PAGE) : found;
        model.addAttribute("rows", rows);
        if (more) {
            model.addAttribute(
                    "next", "/checkpoints?before=" + rows.get(PAGE - 1).number());
        }
        return "proof/checkpoints";
    }

    /** The consistency proof of RFC 6962, section 2.1.2. */
    @GetMapping(path = "/checkpoints/{earlier}/consistency/{later}", produces = "application/json")
    @ResponseBody
    Map<String, Object> consistency(@PathVariable int earlier, @PathVariable int later) {
        if (earlier > later) {
            throw new NotFound("checkpoint before " + later, earlier);
        }
        Checkpoint first = checkpoints.find(earlier);
        Checkpoint second = checkpoints.find(later);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("first", first.asJson());
        answer.put("second", second.asJson());
        answer.put(
                "consistency_path",
                checkpoints.consistency(first, second).stream().map(Hash::hex).toList());
        return answer;
    }

    private static @Nullable Integer number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : null;
    }
}
